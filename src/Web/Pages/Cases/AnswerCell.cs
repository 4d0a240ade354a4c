using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>
/// How one unit's answer is shown: in a word, a tone and an icon. What is deemed (逾期视为) or carried over (沿用) has a
/// word of its own and is never shown as 同意; what the office entered says 代录.
/// </summary>
public sealed record AnswerCell(
    string Unit,
    string Word,
    Tone Tone,
    string Icon,
    string? Text,
    string? By,
    DateTimeOffset? At
)
{
    /// <summary>The cell of one ask on that day.</summary>
    public static AnswerCell Of(CaseFile file, UnitBook units, AskRow ask, DateOnly today)
    {
        var unit = units.Name(ask.Unit);
        return ask.State switch
        {
            AskState.Answered => Answered(unit, ask, file.AnswerTo(ask.Id)!),
            AskState.Deemed => new(unit, "逾期视为", Tone.Warn, "clock", "按规则视为无不同意见", null, ask.SettledAt),
            AskState.Open when ask.Due < today => new(unit, Late(ask), Tone.Danger, "octagon-alert", null, null, null),
            AskState.Open => new(unit, "待办", Tone.Muted, "clock", null, null, null),
            AskState.Delegated => new(
                unit,
                "已委托",
                Tone.Info,
                "arrow-right",
                DelegatedTo(file, units, ask),
                null,
                null
            ),
            AskState.Waiting => new(unit, "未到", Tone.Muted, "circle-dashed", null, null, null),
            AskState.Withdrawn when PassedOver(file, ask) => new(
                unit,
                Late(ask),
                Tone.Danger,
                "octagon-alert",
                null,
                null,
                null
            ),
            AskState.Withdrawn => new(unit, "已撤回", Tone.Muted, "ban", null, null, null),
            AskState.Replaced => new(unit, "已转出", Tone.Muted, "arrow-right", null, null, null),
        };
    }

    private static string? DelegatedTo(CaseFile file, UnitBook units, AskRow ask) =>
        file.Asks.LastOrDefault(a => a.DelegatedFrom == ask.Id) is { } to ? $"委托{units.Name(to.Unit)}先行办理" : null;

    private static AnswerCell Answered(string unit, AskRow ask, AnswerRow answer)
    {
        var value = Vocabulary.Named(ask.Vocabulary).Find(answer.Value);
        var label = value?.Label ?? answer.Value;
        var cell = new AnswerCell(unit, label, ToneOf(value), IconOf(value), answer.Text, answer.ByName, answer.At);
        return answer.Origin switch
        {
            AnswerOrigin.Explicit when answer.DeputyFor is { } principal => cell with
            {
                By = $"{answer.ByName}（代{principal}）",
            },
            AnswerOrigin.Explicit => cell,
            AnswerOrigin.Carried => cell with
            {
                Word = "沿用",
                Tone = Tone.Muted,
                Icon = "refresh-cw",
                Text = $"以前的意见“{label}”仍然有效{(answer.Text is { } text ? $"：{text}" : "")}",
            },
            AnswerOrigin.Recorded => cell with
            {
                Word = $"代录：{label}",
                Tone = value?.Effect == AnswerEffect.Objects ? Tone.Danger : Tone.Info,
                Icon = "phone",
                By = $"{answer.RecordedWho}（{answer.RecordedChannel}），{answer.ByName}代录",
            },
            AnswerOrigin.Deemed => cell with { Word = "逾期视为", Tone = Tone.Warn, Icon = "clock" },
            AnswerOrigin.Contested => cell with { Word = "对代录有异议", Tone = Tone.Danger, Icon = "octagon-alert" },
            AnswerOrigin.Drafted => throw new InvalidOperationException("A draft is not the unit's word."),
        };
    }

    /// <summary>The round, or the reply to a suggestion, went on without this unit after its day had passed.</summary>
    private static bool PassedOver(CaseFile file, AskRow ask) =>
        file.Visits.Any(v => v.Id == ask.VisitId && v.Outcome is "proceeded" or "opened")
        || (
            ask.Vocabulary == ItemVocabulary.CoOpinion.Id && ask.SettledAt is { } at && ask.Due < Moment.DayInChina(at)
        );

    private static string Late(AskRow ask) =>
        ask.Vocabulary == Vocabulary.Countersign.Id ? "逾期未会签"
        : ask.Vocabulary == Vocabulary.Receipt.Id ? "未回执"
        : ask.Vocabulary == ItemVocabulary.CoOpinion.Id ? "逾期未反馈"
        : "逾期未办";

    private static Tone ToneOf(AnswerValue? value) =>
        value?.Effect switch
        {
            AnswerEffect.Consents => Tone.Ok,
            AnswerEffect.Objects or AnswerEffect.SendsBack => Tone.Danger,
            AnswerEffect.Interim => Tone.Info,
            _ => Tone.Muted,
        };

    private static string IconOf(AnswerValue? value) =>
        value is { NeedsText: true, Effect: AnswerEffect.Consents or AnswerEffect.Objects } ? "message-square-text"
        : value?.Effect == AnswerEffect.Neutral ? "minus"
        : ToneOf(value).Icon();
}
