using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

internal enum QuotaKind
{
    /// <summary>What is to be reached.</summary>
    Goal,

    /// <summary>What was reached.</summary>
    Reached,

    /// <summary>Numbers of the past, shares and ranks: no goal and no result of this table.</summary>
    Other,
}

/// <summary>A column of numbers under its heading.</summary>
/// <param name="Name">The heading without its unit.</param>
internal sealed record QuotaColumn(GridCell Cell, string Name, string? Unit, QuotaKind Kind)
{
    public bool IsShare => QuotaColumns.IsShare(Name);
}

/// <summary>
/// Which columns of a table of quotas set a goal, and which tell what was reached. Headings may stand in two rows, one over
/// several columns; a heading that says neither takes what stands above it, or above the table.
/// </summary>
internal static class QuotaColumns
{
    private const int LinesOfACaption = 3;
    private const int LongestCaption = 40;
    private const int EnoughNumbers = 2;
    private static readonly Regex Unit = new("[(（](单位[:：])?(?<u>[^()（）]{1,8})[)）]", Patterns.Linear);
    private static readonly Regex UnitOfAll = new("单位[:：](?<u>[^()（）,，、/]{1,4})([)）]|$)", Patterns.Linear);
    private static readonly Regex Share = new("率|比重|占比|比例|[%％]|排名|位次|得分|名次", Patterns.Linear);
    private static readonly Regex Goal = new("任务|指标|计划|名额|目标|分配|应", Patterns.Linear);

    /// <summary>计划完成数 is a goal, however much 完成数 sounds like a result.</summary>
    private static readonly Regex Planned = new("^((19|20)[0-9]{2}年)?(计划|目标|任务|应|拟|需|须)", Patterns.Linear);
    private static readonly Regex Reached = new(
        "实际|完成(数|值|情况|量|额|投资)?$|完成(数|值|情况|量)|^完成|实绩|已完成|累计|实[招有到]|^(截至|(19|20)[0-9]{2}年)?([0-9]{1,2}月?(-|—|–|－|~|～|至))[0-9]{1,2}月",
        Patterns.Linear
    );
    private static readonly Regex Compared = new("(较|比|同比)(上年|去年|上年度)", Patterns.Linear);
    private static readonly Regex Past = new(
        "上(一)?(年|学年|季度|月)|去年|前年|往年|历年|同期|基数|基期|基础(数|值)|现有|现状|原有|存量|已有|已建",
        Patterns.Linear
    );
    private static readonly Regex Year = new("(?<y>(19|20)[0-9]{2})(年|学年|年度)", Patterns.Linear);

    public static bool IsShare(string name) => Share.IsMatch(name);

    /// <param name="header">The lowest row of the header.</param>
    public static List<QuotaColumn> Of(Sheet sheet, Grid grid, GridCell scope, int header, List<int> body)
    {
        var caption = Caption(sheet, grid);
        var cells = grid.Row(header)
            .Where(cell => cell != scope && cell.Place.Column > scope.LastColumn && HasNumbers(grid, cell, body))
            .Select(cell => (Cell: cell, Above: Above(grid, scope, header, cell)))
            .ToList();
        var ofAll = UnitOfAll.Match(caption) is { Success: true } all ? all.Groups["u"].Value : null;
        var latest = cells.Select(cell => YearIn(cell.Above + cell.Cell.Squeezed)).Append(YearIn(caption)).Max();
        return
        [
            .. cells.Select(cell =>
            {
                var unit = Unit.Match(cell.Cell.Squeezed) is { Success: true } own ? own : Unit.Match(cell.Above);
                var name = Unit.Replace(cell.Cell.Squeezed, "");
                var kind = IsOfThePast(name, cell.Above, latest) ? QuotaKind.Other : KindOf(name, cell.Above, caption);
                return new QuotaColumn(cell.Cell, name, unit.Success ? unit.Groups["u"].Value : ofAll, kind);
            }),
        ];
    }

    private static bool HasNumbers(Grid grid, GridCell head, List<int> body) =>
        body.Count(row => CellNumber.Read(grid.Below(row, head)) is not null) >= Math.Min(EnoughNumbers, body.Count);

    /// <summary>上年、基数, or a year before the latest that the table or its caption names.</summary>
    private static bool IsOfThePast(string name, string above, int? latest)
    {
        var words = Compared.Replace(above + name, "");
        return Past.IsMatch(words) || YearIn(words) < latest;
    }

    private static QuotaKind KindOf(string name, string above, string caption) =>
        Share.IsMatch(name) && !Goal.IsMatch(name) && !Goal.IsMatch(above) ? QuotaKind.Other
        : Planned.IsMatch(name) ? QuotaKind.Goal
        : Reached.IsMatch(name) ? QuotaKind.Reached
        : Goal.IsMatch(name) ? QuotaKind.Goal
        : Reached.IsMatch(above) ? QuotaKind.Reached
        : Goal.IsMatch(above) || Goal.IsMatch(caption) ? QuotaKind.Goal
        : QuotaKind.Other;

    private static string Above(Grid grid, GridCell scope, int header, GridCell cell) =>
        string.Concat(
            grid.Rows.TakeWhile(row => row < header)
                .SelectMany(row => grid.Within(row, cell.Place.Column, cell.LastColumn))
                .Where(other => other != cell && other.Place.Row >= scope.Place.Row)
                .Distinct()
                .Select(other => other.Squeezed)
        );

    /// <summary>What stands right above the table: 各县区任务分配表.</summary>
    private static string Caption(Sheet sheet, Grid grid)
    {
        var start = grid.Shown.Values.SelectMany(lines => lines).DefaultIfEmpty(0).Min();
        return string.Concat(
            Enumerable
                .Range(Math.Max(0, start - LinesOfACaption), Math.Min(LinesOfACaption, start))
                .Where(at => sheet.Lines[at].Squeezed.Length <= LongestCaption)
                .Select(at => sheet.Lines[at].Squeezed)
        );
    }

    private static int? YearIn(string text) =>
        Year.Matches(text).Select(match => (int?)int.Parse(match.Groups["y"].ValueSpan)).Max();
}
