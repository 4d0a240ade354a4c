using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising;

/// <summary>A source text to a notice: each grammar takes the lines it understands, the rest goes to the next.</summary>
public static class NoticeReader
{
    /// <param name="today">Refuses document numbers of years to come.</param>
    /// <exception cref="ImportRefusedException">The text is no notice: no title, no clause, no roster, no task.</exception>
    public static Notice Read(SourceText source, DateOnly today)
    {
        var sheet = new Sheet(source);
        var tables = TaskTable.Take(sheet);
        var calendar = CalendarReader.Take(sheet);
        var attachments = Attachments.Take(sheet);
        var roster = RosterReader.Read(sheet);
        var heading = HeadingBlock.Read(sheet, today);
        var issued = heading.Issued?.Value;
        var body = ClauseReader.Read(sheet, issued);
        var clauses = body.Clauses;
        var rows = ClauseLinks.Link(TaskRows.Read(tables, issued), clauses);
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
            Citations.Find(sheet, today),
            attachments,
            roster,
            clauses,
            rows,
            calendar,
            [
                .. MembersAndTasks.Find(roster, clauses, rows),
                .. BodyAndAnnex.UnitsDiffer(clauses, rows),
                .. BodyAndAnnex.JointLeads(clauses, rows),
                .. DamagedTexts.InRows(rows, clauses),
                .. DamagedTexts.InLines(sheet),
                .. Counts.InLines(sheet),
                .. Counts.InTable(rows),
                .. Sums.InLines(sheet),
            ],
            [.. source.Notices, .. Unread(roster)]
        );
    }

    private static bool HasPersons(Roster? roster) => roster is { Persons.Count: > 0 };

    private static IEnumerable<string> Unread(Roster? roster) =>
        (roster?.Unread ?? []).Select(line => $"成员名单第 {line} 行未能识别,请核对是否遗漏人员。");
}
