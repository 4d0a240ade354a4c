using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The list of attachments (附件:1.… 2.…): its numbers are no clauses.</summary>
internal static class Attachments
{
    private const int LongestTitle = 80;
    private static readonly Regex Start = new("^附(件|表)[:：]", Patterns.Linear);

    public static IReadOnlyList<string> Take(Sheet sheet)
    {
        var titles = new List<string>();
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (!sheet.IsTaken(at) && Start.Match(sheet.Lines[at].Squeezed) is { Success: true } start)
                at = TakeFrom(sheet, at, sheet.Lines[at].Squeezed[start.Length..], titles);
        return titles;
    }

    private static int TakeFrom(Sheet sheet, int at, string first, List<string> titles)
    {
        var next = at + 1;
        if (first.Length == 0 && !IsItem(sheet, next))
            return at;
        sheet.Take(at);
        if (first.Length > 0)
            titles.Add(Outline.Numbered(first)?.Text ?? first);
        for (; IsItem(sheet, next); next++)
        {
            titles.Add(Outline.Numbered(sheet.Lines[next].Squeezed)!.Value.Text);
            sheet.Take(next);
        }
        return next - 1;
    }

    private static bool IsItem(Sheet sheet, int at) =>
        at < sheet.Lines.Count
        && !sheet.IsTaken(at)
        && sheet.Lines[at].Squeezed is { Length: <= LongestTitle } text
        && !text.Contains('。')
        && Outline.Numbered(text) is not null;
}
