using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>Reads the countersigns of minutes and plans that were asked for in a period; one that was carried over (沿用) was not.</summary>
public static class CountersignRequests
{
    private sealed record Row
    {
        public required string Id { get; init; }
        public required string CaseId { get; init; }
        public required CaseKind Kind { get; init; }
        public required string Title { get; init; }
        public required string Unit { get; init; }
        public required AskState State { get; init; }
        public required DateTimeOffset OpenedAt { get; init; }
        public DateTimeOffset? SettledAt { get; init; }
    }

    private const string Asked = """
          from ask a join cases c on c.id = a.case_id
         where c.kind in ('Meeting', 'Plan') and {sees} and a.vocabulary = 'countersign' and a.within is null and a.delegated_from is null
           and a.opened_at >= @from and a.opened_at < @until and a.state in ('Open', 'Delegated', 'Answered', 'Deemed')
        """;

    /// <summary>Reads them.</summary>
    public static async Task<IReadOnlyList<Counted<CountersignRequest>>> Read(
        Session session,
        Reader reader,
        DateOnly from,
        DateOnly to,
        WorkingDayCalendar calendar
    )
    {
        var asked = Asked.Replace("{sees}", reader.Sees("a.unit"), StringComparison.Ordinal);
        var values = new
        {
            unit = reader.Unit,
            from = Moment.Text(Moment.At(from, TimeOnly.MinValue)),
            until = Moment.Text(Moment.At(to.AddDays(1), TimeOnly.MinValue)),
        };
        var rows = await session.Query<Row>(
            $"select a.id, a.case_id, c.kind, c.title, a.unit, a.state, a.opened_at, a.settled_at {asked} order by a.id",
            values
        );
        var said = (
            await session.Query<(string Ask, string Value, AnswerOrigin Origin)>(
                $"""
                select n.ask_id, n.value, n.origin from answer n
                 where n.origin <> 'Drafted' and n.ask_id in (select a.id {asked}) order by n.id
                """,
                values
            )
        ).ToLookup(n => n.Ask);
        return
        [
            .. rows.Select(r => (Row: r, Said: said[r.Id].LastOrDefault()))
                .Where(r => r.Said.Ask is null || r.Said.Origin != AnswerOrigin.Carried)
                .Select(r => Of(r.Row, r.Said.Value, calendar)),
        ];
    }

    private static Counted<CountersignRequest> Of(Row row, string? value, WorkingDayCalendar calendar)
    {
        var sent = Moment.DayInChina(row.OpenedAt);
        int? workdays = row is { State: AskState.Answered, SettledAt: { } at }
            ? calendar.WorkdaysBetween(sent, Moment.DayInChina(at))
            : null;
        var deemed = row.State == AskState.Deemed;
        return new(
            new(row.CaseId, row.Unit, workdays, value, deemed),
            new(
                row.Unit,
                $"/{(row.Kind == CaseKind.Plan ? "plans" : "meetings")}/{row.CaseId}/countersign",
                row.Title,
                $"{When.Day(sent)}送会签",
                deemed ? "逾期视为无不同意见"
                    : workdays is null ? "尚未反馈"
                    : $"{Vocabulary.Countersign.Find(value!)?.Label}（{workdays} 个工作日）"
            )
        );
    }
}
