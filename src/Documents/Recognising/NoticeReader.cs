using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>A source text to a notice: each grammar takes the lines it understands, the rest goes to the next.</summary>
public static class NoticeReader
{
    /// <param name="today">Refuses document numbers of years to come.</param>
    /// <param name="taught">What people have said certain headings of tables mean.</param>
    /// <exception cref="ImportRefusedException">The text is no notice: no title, no clause, no roster, no task.</exception>
    public static Notice Read(SourceText source, DateOnly today, IReadOnlyDictionary<string, Column>? taught = null)
    {
        var sheet = new Sheet(source, taught);
        var calendar = CalendarReader.Take(sheet);
        var tables = TaskTable.Take(sheet);
        var tabled = FigureGrids.Take(sheet);
        var attachments = Attachments.Take(sheet);
        var roster = RosterReader.Read(sheet);
        var heading = HeadingBlock.Read(sheet, today);
        var ledger = LedgerReader.Find(tables, sheet);
        // A ledger writes 9月底前 in the year it is kept.
        var year = heading.Issued?.Value.Year ?? ledger?.AsOf?.Value.Year ?? YearIn(heading.Title);
        // Without a date the year of the title still tells what 6月底前 means.
        DateOnly? issued = heading.Issued?.Value ?? (year is { } known ? new DateOnly(known, 1, 1) : null);
        var body = ClauseReader.Read(sheet, issued, hasTable: tables.Count > 0);
        var clauses = body.Clauses;
        var rows = ClauseLinks.Link(TaskRows.Read(tables, issued), clauses);
        List<CalendarEntry> dated = [.. calendar.Select(entry => entry with { Year = entry.Year ?? year })];
        var times = TimeScan.Find(sheet, year);
        var citations = Citations.Find(sheet, today);
        var isReport = ReportKind.IsReport(heading.Title, body);
        var set = TargetReader.Read(body, rows, year);
        var told = isReport ? [] : PartsThatTellResults(body);
        var said = (TitleLine.IsReply(heading.Title) ? TargetReader.Promised(set) : set)
            .Where(target => isReport ? ReportKind.LooksAhead(target.Section) : !told.Contains(target.Section))
            .ToList();
        IReadOnlyList<Indicator> reached =
            isReport || told.Count > 0
                ? [.. TotalsOfTables.NotTabled(IndicatorReader.Read(body, told, tabled.IsByPlace), tabled.Indicators)]
                : [];
        IReadOnlyList<Target> targets = [.. said, .. TotalsOfTables.NotSaid(tabled.Targets, said)];
        IReadOnlyList<Indicator> indicators = [.. reached, .. TotalsOfTables.WithoutTotals(tabled.Indicators)];
        var lost = indicators.Where(indicator => indicator.Lost).Select(indicator => indicator.Line).ToHashSet();
        var unreadDuties = new List<(int Line, string Text)>();
        var duties = DutyReader.Read(sheet, body, issued, unreadDuties);
        var proposals = ProposalCounts.Find(sheet, clauses);
        if (
            heading.Title is null
            && clauses.Count == 0
            && rows.Count == 0
            && calendar.Count == 0
            && !HasPersons(roster)
        )
            throw new ImportRefusedException(
                RefusalCode.NoNotice,
                "没有认出通知:既没有标题,也没有编号条款、成员名单或任务分工表。请确认文件内容是通知全文,并保留原来的分行。"
            );
        return new(
            heading,
            citations,
            NamedDocuments.Find(sheet, citations, heading.Title),
            attachments,
            roster,
            clauses,
            rows,
            dated,
            duties,
            times,
            targets,
            indicators,
            proposals,
            [
                .. MembersAndTasks.Find(roster, clauses, rows),
                .. BodyAndAnnex.UnitsDiffer(clauses, rows),
                .. BodyAndAnnex.JointLeads(clauses, rows),
                .. BodyAndAnnex.JointLeadsOfRows(clauses, rows),
                .. BodyAndAnnex.DeadlinesDiffer(clauses, rows),
                .. DamagedTexts.InRows(rows, clauses),
                .. DamagedTexts.InLines(sheet, lost),
                .. Counts.InLines(sheet),
                .. Counts.InTable(rows),
                .. NumberGaps.Find(sheet),
                .. Sums.InLines(sheet),
                .. tabled.Findings,
                .. TotalsOfTables.Differ(tabled, said, reached),
                .. FiguresOfBodyAndAnnex.Differ(clauses, rows),
                .. FigureFindings.Of(indicators),
                .. ProposalCounts.Disagreements(proposals),
                .. SectorNames.InClauses(clauses),
                .. TextLosses.Find(clauses, times, dated, sheet),
                .. UnreadParts.Find(
                    sheet,
                    heading,
                    roster,
                    [
                        .. tables.SelectMany(table => table.LeftOut),
                        .. tabled.LeftOut,
                        .. UnreadLines.Find(sheet, body, LinesRead(heading, duties, targets, roster), issued),
                    ],
                    body,
                    unreadDuties
                ),
            ],
            [.. source.Notices, .. Compiled(sheet)]
        )
        {
            Ledger = ledger,
            Columns = [.. tables.SelectMany(table => table.Headings).DistinctBy(column => column.Heading)],
        };
    }

    /// <summary>The headings of those parts of a document that tell what was reached, though it is no report.</summary>
    private static HashSet<string> PartsThatTellResults(Body body) =>
        body
            .Passages.Select(passage => (passage.Section, passage.Text))
            .Concat(body.Clauses.Select(clause => (clause.Section, clause.Text)))
            .GroupBy(text => text.Section)
            .Where(part => ReportKind.TellsResults(part.Key, part.Select(text => text.Text)))
            .Select(part => part.Key)
            .ToHashSet();

    /// <summary>The year a title names: what 今年 means where the document has no date.</summary>
    private static int? YearIn(Stated<string>? title) =>
        title is not null && WrittenDates.Find(title.Value) is [{ End: { } day }, ..] ? day.Year : null;

    /// <summary>Lines outside the clauses from which something was read that has a time of its own.</summary>
    private static HashSet<int> LinesRead(
        Heading heading,
        IReadOnlyList<Duty> duties,
        IReadOnlyList<Target> targets,
        Roster? roster
    ) =>
        [
            heading.Title?.Line ?? 0,
            .. duties.Select(duty => duty.Line),
            .. targets.Select(target => target.Line),
            .. new[] { roster?.SubstitutionText?.Line, roster?.Frequency?.Line }.OfType<int>(),
        ];

    private static bool HasPersons(Roster? roster) => roster is { Persons.Count: > 0 };

    private static IEnumerable<string> Compiled(Sheet sheet) =>
        sheet.Lines.Count(line => Sheet.TitleOfPiece(line) is not null) is > 1 and var pieces
            ? [$"这是 {pieces} 篇文稿的汇编,条款只读取其中有编号的一篇。"]
            : [];
}
