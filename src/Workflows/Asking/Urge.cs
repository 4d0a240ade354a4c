using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Asking;

/// <summary>催办 units that have not answered; one unit at most once a day (政府督查工作条例 Art. 15: 控制频次).</summary>
public sealed record Urge(IReadOnlyList<string> AskIds, string? Note = null) : ActionCommand(Actions.Urge)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var waiting = step
            .File.Asks.Where(a => AskIds.Contains(a.Id) && a.State is AskState.Open or AskState.Delegated)
            .ToList();
        var urged = await UrgedToday(step);
        var due = waiting.Where(a => !urged.Contains(a.Id)).ToList();
        if (due.Count == 0)
            throw new Refusal(
                waiting.Count == 0 ? "没有待办的单位可以催办。" : "所选单位今天已经催办过，请明天再催，或直接电话联系。"
            );
        var names = new List<string>();
        foreach (var ask in due)
            names.Add(await Tell(step, ask));
        step.Say($"催办：{string.Join("、", names)}{After(Note)}", new { asks = due.Select(a => a.Id) });
    }

    private async Task<string> Tell(Step step, AskRow ask)
    {
        var what = Vocabulary.Named(ask.Vocabulary).Label;
        var by = ask.Due is { } due ? $"，应于 {due:yyyy-MM-dd} 前办理" : "";
        step.Send(
            ask.Unit,
            nameof(AskReminded),
            new AskReminded(step.CaseId, ask.Id, "Urge", $"催办：{what}{by}{After(Note)}")
        );
        await step.Session.Insert(
            "urged",
            new UrgedRow
            {
                AskId = ask.Id,
                Day = step.Today,
                ByName = step.Actor.Name,
            }
        );
        return await step.UnitName(ask.Unit);
    }

    private static async Task<HashSet<string>> UrgedToday(Step step) =>
        [
            .. await step.Session.Query<string>(
                "select u.ask_id from urged u join ask a on a.id = u.ask_id where a.case_id = @CaseId and u.day = @day",
                new { step.CaseId, day = Moment.Text(step.Today) }
            ),
        ];

    private static string After(string? note) => string.IsNullOrWhiteSpace(note) ? "" : $"（{note.Trim()}）";
}

/// <summary>A unit was urged on that day.</summary>
public sealed record UrgedRow
{
    public required string AskId { get; init; }
    public required DateOnly Day { get; init; }
    public required string ByName { get; init; }
}
