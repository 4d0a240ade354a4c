using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Answering;

/// <summary>An answer as the timeline says it.</summary>
internal static class Sentence
{
    /// <summary>For example <c>会签：不同意（理由：……）</c>.</summary>
    public static string Of(AskRow ask, AnswerDraft draft)
    {
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        var value = vocabulary.Find(draft.Value)?.Label ?? draft.Value;
        var person = draft.PersonName is null ? "" : $"（{draft.PersonName}，{draft.PersonPost}）";
        var back = draft.TakesBack ? "，带回研究" : "";
        var text = string.IsNullOrWhiteSpace(draft.Text) ? "" : $"：{draft.Text.Trim()}";
        return $"{vocabulary.Label}“{value}”{person}{back}{text}";
    }
}
