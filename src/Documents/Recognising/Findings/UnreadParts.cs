using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>
/// What the importer left out, with its place: tables no grammar took, rows, columns and cells it could not place, lines that
/// look like units, recipients, persons or duties and were read as none. Nothing is lost silently.
/// </summary>
internal static class UnreadParts
{
    private const int LongestQuote = 1000;
    private const int Shown = 40;
    private const int FewestCells = 4;
    private static readonly Regex NamesUnits = new(
        "(牵头|负责|配合|承办|主办|落实)([)）。;；,，]|$)|(牵头|责任|配合|协办|主办)(单位|部门)",
        Patterns.Linear
    );
    private static readonly Regex Addressed = new(
        "(局|委|办|府|单位|部门|公司|学校|院校|企业|街道|镇|乡|县|区|市)[)）]?[:：]$",
        Patterns.Linear
    );
    private static readonly Regex Introduces = new("如下|通知|是|为|包括|要求|工作|内容|单位[:：]", Patterns.Linear);

    public static IEnumerable<Finding> Find(
        Sheet sheet,
        Heading heading,
        Roster? roster,
        IReadOnlyList<LeftOut> ofTables,
        Body body,
        IReadOnlyList<(int Line, string Text)> duties
    )
    {
        var parts = Tables(sheet)
            .Concat(ofTables)
            .Concat(body.LeftOut)
            .Concat(Recipients(sheet, heading))
            .Concat(Persons(sheet, roster))
            .Concat(Units(body))
            .Concat(duties.Select(duty => new LeftOut("像是报送要求,没有读成报送事项", duty.Text, duty.Line)));
        return parts.DistinctBy(part => (part.What, part.Line)).Select(Finding);
    }

    private static Finding Finding(LeftOut part) =>
        new(
            FindingKind.Unread,
            null,
            null,
            $"第 {part.Line} 行:{part.What}:“{(part.Words.Length > Shown ? part.Words[..Shown] + "…" : part.Words)}”,请对照原文。",
            [],
            part.Line,
            0.9
        )
        {
            Support = part.Words.Length > LongestQuote ? part.Words[..LongestQuote] : part.Words,
        };

    /// <summary>Tables of which no grammar took a row; what a site puts around a document is none.</summary>
    private static IEnumerable<LeftOut> Tables(Sheet sheet)
    {
        foreach (var grid in sheet.Grids)
        {
            var lines = grid.Shown.Values.SelectMany(shown => shown).Order().ToList();
            if (
                lines.Count < 2
                || lines.Exists(sheet.IsTaken)
                || grid.Rows.Sum(row => grid.Row(row).Count(cell => cell.Squeezed.Length > 0)) < FewestCells
                || lines.Exists(at => Metadata.IsField(sheet.Lines[at]) || Sheet.IsFurniture(sheet.Lines[at]))
            )
                continue;
            yield return new(
                "表格没有读入",
                string.Join(' ', lines.Select(at => sheet.Lines[at].Squeezed)),
                sheet.Lines[lines[0]].Number
            );
        }
    }

    /// <summary>A line that addresses somebody, where no recipients were read.</summary>
    private static IEnumerable<LeftOut> Recipients(Sheet sheet, Heading heading)
    {
        if (heading.Recipients.Count > 0 || heading.Title is null)
            return [];
        return sheet
            .Lines.SkipWhile(line => line.Number <= heading.Title.Line)
            .TakeWhile(line => !Outline.IsFirst(line.Squeezed) && Outline.Numbered(line.Squeezed) is null)
            .Where(line =>
                line.Squeezed.Length <= 600 && Addressed.IsMatch(line.Squeezed) && !Introduces.IsMatch(line.Squeezed)
            )
            .Take(1)
            .Select(line => new LeftOut("像是主送机关,没有读出", line.Squeezed, line.Number));
    }

    private static IEnumerable<LeftOut> Persons(Sheet sheet, Roster? roster)
    {
        var unread = (roster?.Unread ?? []).ToHashSet();
        return sheet
            .Lines.Where(line => unread.Contains(line.Number))
            .Select(line => new LeftOut("名单中的一行没有认出人员,请核对是否遗漏", line.Squeezed, line.Number));
    }

    /// <summary>Brackets and lines that seem to name units: outside the clauses, or in a clause that took none from them.</summary>
    private static IEnumerable<LeftOut> Units(Body body)
    {
        foreach (var passage in body.Passages)
            if (
                passage.Section.Length > 0
                && (UnitsExpression.IsLabelled(passage.Text) || UnitsExpression.LabelledTail(passage.Text) is not null)
            )
                yield return new("写有责任单位,但不属于读出的任何条款", Folding.Squeeze(passage.Text), passage.Line);
        foreach (var clause in body.Clauses)
        foreach (var line in clause.Text.Split('\n'))
            if (
                Brackets.AtEnd(line) is { Inner.Length: > 3 and <= 300 } bracket
                && NamesUnits.IsMatch(Folding.Squeeze(bracket.Inner))
            )
                yield return new("句末括号像是责任单位,没有认出", Folding.Squeeze(bracket.Inner), clause.Line);
    }
}
