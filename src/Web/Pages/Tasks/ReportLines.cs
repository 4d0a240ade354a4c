using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Reports;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>A file that came with an answer.</summary>
public sealed record FileLink(string Id, string Name);

/// <summary>A report, an application to close or a verdict on it, with its evidence.</summary>
public sealed record ReportLine(
    DateTimeOffset At,
    string Who,
    string Label,
    string? Text,
    Tone Tone,
    IReadOnlyList<FileLink> Files
);

/// <summary>办理情况: reports and verdicts of a task, newest first.</summary>
public static class ReportLines
{
    /// <summary>Reads them with their files.</summary>
    public static async Task<IReadOnlyList<ReportLine>> Read(Session session, CaseFile file, UnitBook units)
    {
        var ledger = await session.One<TakenOverRow>("select * from taken_over where task = @Id", new { file.Row.Id });
        var later = await session.Query<LedgerProgressRow>(
            "select * from ledger_progress where task = @Id order by as_of desc",
            new { file.Row.Id }
        );
        var files = (
            await session.Query<AttachmentRow>(
                "select * from attachment where case_id = @Id order by id",
                new { file.Row.Id }
            )
        ).ToLookup(a => a.Owner, a => new FileLink(a.Id, a.Name), StringComparer.Ordinal);
        var filled = await FilledFields.Read(session, file.Row.Id);
        var asks = file
            .Asks.Where(a => a.Vocabulary == Vocabulary.Report.Id || a.Vocabulary == Vocabulary.Verify.Id)
            .ToDictionary(a => a.Id, StringComparer.Ordinal);
        return
        [
            .. file
                .Answers.Where(a => asks.ContainsKey(a.AskId))
                .Reverse()
                .Select(a => Line(a, asks[a.AskId], units, filled, [.. files[a.Id]])),
            .. later.Select(OfLaterLedger),
            .. ledger is null ? [] : (ReportLine[])[OfLedger(ledger, file.Row.OpenedAt)],
        ];
    }

    /// <summary>A later edition of the ledger: its word, nobody's answer.</summary>
    private static ReportLine OfLaterLedger(LedgerProgressRow ledger) =>
        new(
            ledger.AddedAt,
            "台账补记",
            $"截至{When.Day(ledger.AsOf)}，台账载明“{ledger.StatusRaw ?? "未写状态"}”",
            string.Join("\n", new[] { ledger.Progress, ledger.More }.OfType<string>()),
            Tone.Muted,
            []
        );

    /// <summary>台账转入: where it stood before; nobody answered it here.</summary>
    private static ReportLine OfLedger(TakenOverRow ledger, DateTimeOffset at) =>
        new(
            at,
            "台账转入",
            $"截至{When.Day(ledger.AsOf)}，台账载明“{ledger.StatusRaw ?? "未写状态"}”",
            string.Join("\n", new[] { ledger.Progress, ledger.More }.OfType<string>()),
            Tone.Muted,
            []
        );

    private static ReportLine Line(
        AnswerRow answer,
        AskRow ask,
        UnitBook units,
        FilledFields filled,
        IReadOnlyList<FileLink> files
    )
    {
        var value = Vocabulary.Named(ask.Vocabulary).Find(answer.Value);
        var recorded = answer.Origin == AnswerOrigin.Recorded ? $"（{answer.ByName}代录）" : "";
        return new(
            answer.At,
            $"{units.Name(ask.Unit)}{recorded}",
            value?.Label ?? answer.Value,
            filled.Words(answer.Id) is { } fields ? $"{answer.Text}（{fields}）" : answer.Text,
            value?.Effect switch
            {
                AnswerEffect.Consents => Tone.Ok,
                AnswerEffect.SendsBack or AnswerEffect.Objects => Tone.Danger,
                _ => Tone.Info,
            },
            files
        );
    }
}
