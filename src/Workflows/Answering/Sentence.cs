using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Answering;

/// <summary>An answer as the timeline says it.</summary>
public static class Sentence
{
    /// <summary>For example <c>会签：不同意（理由：……）</c>.</summary>
    public static string Of(AskRow ask, AnswerDraft draft)
    {
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        if (vocabulary.IsForSomeEyes)
            return Given(vocabulary);
        var value = vocabulary.Find(draft.Value)?.Label ?? draft.Value;
        var person = draft.PersonName is null ? "" : $"（{draft.PersonName}，{draft.PersonPost}）";
        var back = draft.TakesBack ? "，带回研究" : "";
        var text = string.IsNullOrWhiteSpace(draft.Text) ? "" : $"：{draft.Text.Trim()}";
        return $"{vocabulary.Label}“{value}”{person}{back}{text}";
    }

    /// <summary>For example <c>已反馈（征求意见）</c>: what everybody may know of an opinion that not everybody sees.</summary>
    public static string Given(Vocabulary vocabulary) => $"已反馈（{vocabulary.Label}）";
}
