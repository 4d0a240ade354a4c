using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

internal enum QuotaKind
{
    /// <summary>What is to be reached.</summary>
    Goal,

    /// <summary>What was reached.</summary>
    Reached,

    /// <summary>A share or rate (完成率, 占比): of a goal and its result, or a result of its own.</summary>
    Rate,

    /// <summary>Ranks, points and growth: they compare the sub-units with each other, or with the past.</summary>
    Rank,

    /// <summary>What was reached a year before (上年同期).</summary>
    Earlier,

    /// <summary>Numbers of the past and what no heading explains: no goal and no result of this table.</summary>
    Other,
}

/// <summary>A column of numbers under its heading.</summary>
/// <param name="Above">The headings over it and its neighbours, without units.</param>
/// <param name="Name">The heading without its unit.</param>
internal sealed record QuotaColumn(GridCell Cell, string Above, string Name, string? Unit, QuotaKind Kind)
{
    public string FullName => Above.Length == 0 ? Name : $"{Above} {Name}";
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

    /// <summary>No office prints a wider one; each is compared with each.</summary>
    private const int MostColumns = 60;
    private static readonly Regex Unit = new("[(（](单位[:：])?(?<u>[^()（）]{1,8})[)）]", Patterns.Linear);
    private static readonly Regex UnitOfAll = new(
        "单位[:：](?<u>[^()（）,，、/]{1,4})([、,，/][%％])?([)）]|$)",
        Patterns.Linear
    );
    private static readonly Regex Share = new("率|比重|占比|比例|[%％]|进度$", Patterns.Linear);
    private static readonly Regex Ranks = new("排名|位次|名次|得分|排序", Patterns.Linear);

    /// <summary>任务完成率 is a rate, however much 任务 sounds like a goal.</summary>
    private static readonly Regex OfDone = new(
        "(完成|开工|竣工|建成|办结|执行|支付|拨付|到位|整改|签约|入库|达标|落地|改造|实现)(率|比例|占比|比|进度)|[占完]?比(例|重)?$|进度$",
        Patterns.Linear
    );
    private static readonly Regex Goal = new("任务|指标|计划|名额|目标|分配|应", Patterns.Linear);

    /// <summary>计划完成数 is a goal, however much 完成数 sounds like a result.</summary>
    private static readonly Regex Planned = new(
        "^((19|20)[0-9]{2}年)?(年度|全年|本年|今年|上半年|[一二三四本]?季度|本月|当月)?(计划|目标|任务|应|拟|需|须)",
        Patterns.Linear
    );
    private static readonly Regex Reached = new(
        "实际|完成(数|值|情况|量|额|投资)?$|完成(数|值|情况|量)|^完成|实绩|已完成|累计|实[招有到]|^(截至|(19|20)[0-9]{2}年)?([0-9]{1,2}月?(-|—|–|－|~|～|至))[0-9]{1,2}月|^(目前|现|本月|当月|本季度?|上半年|截至.{2,8})?已",
        Patterns.Linear
    );

    /// <summary>What was done, by the verb alone: a result where no heading calls it a goal.</summary>
    private static readonly Regex Done = new(
        "^(新)?(开工|竣工|建成|完工|办结|到位|签约|入库|交付|拨付|支付|整改|销号|验收|投用|投产|通车|动工|兑付|化解|拆除|关停)",
        Patterns.Linear
    );
    private static readonly Regex Compared = new("(较|比|同比)(上年|去年|上年度)", Patterns.Linear);
    private static readonly Regex Past = new(
        "上(一)?(年|学年|季度|月)|去年|前年|往年|历年|同期|基数|基期|基础(数|值)|现有|现状|原有|存量|已有|已建",
        Patterns.Linear
    );
    private static readonly Regex SoFar = new("累计|截至|[-—–~～至][0-9]{1,2}月", Patterns.Linear);
    private static readonly Regex OfAMonth = new(
        "^(本月|当月|本期|[0-9]{1,2}月份?|[一二三四本]季度)(完成|新增|实际)?",
        Patterns.Linear
    );
    private static readonly Regex LastYear = new("^(上年|去年|上年度|同期)", Patterns.Linear);
    private static readonly Regex Change = new("同比|环比|增长|增速|增幅|增减|比上年|较上年", Patterns.Linear);
    private static readonly Regex Year = new("(?<y>(19|20)[0-9]{2})(年|学年|年度)", Patterns.Linear);

    /// <summary>A rate of what was to be done (完成率, 进度), by its name.</summary>
    public static bool IsOfDone(string name) => OfDone.IsMatch(name);

    /// <param name="header">The lowest row of the header.</param>
    public static List<QuotaColumn> Of(Sheet sheet, Grid grid, GridCell scope, int header, List<int> body)
    {
        var caption = Caption(sheet, grid);
        var cells = grid.Row(header)
            .Where(cell => cell != scope && cell.Place.Column > scope.LastColumn && HasNumbers(grid, cell, body))
            .Select(cell => (Cell: cell, Above: Above(grid, scope, header, cell)))
            .ToList();
        if (cells.Count > MostColumns)
            return [];
        var ofAll = UnitOfAll.Match(caption) is { Success: true } all ? all.Groups["u"].Value : null;
        // 本月完成 beside 累计完成 is a part of it, and not measured by the goal of the year.
        var hasTotal = cells.Exists(cell => SoFar.IsMatch(cell.Cell.Squeezed));
        bool IsPart((GridCell Cell, string Above) cell) =>
            hasTotal
            && OfAMonth.IsMatch(cell.Cell.Squeezed)
            && !cells.Exists(other => other.Above == cell.Above && Planned.IsMatch(other.Cell.Squeezed));
        var latest = cells.Select(cell => YearIn(cell.Above + cell.Cell.Squeezed)).Append(YearIn(caption)).Max();
        return
        [
            .. cells.Select(cell =>
            {
                var unit = Unit.Match(cell.Cell.Squeezed) is { Success: true } own ? own : Unit.Match(cell.Above);
                var name = Unit.Replace(cell.Cell.Squeezed, "");
                var kind =
                    IsOfThePast(name, cell.Above, latest) ? PastKind(name, latest)
                    : IsPart(cell) ? QuotaKind.Other
                    : KindOf(name, cell.Above, caption);
                var isRate = kind is QuotaKind.Rate || Share.IsMatch(name);
                var counted =
                    unit.Success ? unit.Groups["u"].Value.Replace('％', '%')
                    : isRate ? "%"
                    : ofAll;
                return new QuotaColumn(cell.Cell, Unit.Replace(cell.Above, ""), name, counted, kind);
            }),
        ];
    }

    /// <summary>Numbers in two rows at least; where the heading says what they are, in half of the cells that are filled.</summary>
    private static bool HasNumbers(Grid grid, GridCell head, List<int> body)
    {
        var numbers = body.Count(row => CellNumber.Read(grid.Below(row, head)) is not null);
        var filled = body.Count(row => grid.Below(row, head) is { Squeezed.Length: > 0 });
        return numbers >= Math.Min(EnoughNumbers, body.Count)
            || (
                numbers > 0
                && numbers * 2 >= filled
                && (Goal.IsMatch(head.Squeezed) || Reached.IsMatch(head.Squeezed) || OfDone.IsMatch(head.Squeezed))
            );
    }

    /// <summary>上年、基数, or a year before the latest that the table or its caption names.</summary>
    private static bool IsOfThePast(string name, string above, int? latest)
    {
        if (Change.IsMatch(name))
            return false;
        var words = Compared.Replace(above + name, "");
        return Past.IsMatch(words) || YearIn(words) < latest;
    }

    /// <summary>上年同期, or what was reached in the year before the latest.</summary>
    private static QuotaKind PastKind(string name, int? latest) =>
        !Share.IsMatch(name) && (LastYear.IsMatch(name) || (YearIn(name) == latest - 1 && Reached.IsMatch(name)))
            ? QuotaKind.Earlier
            : QuotaKind.Other;

    private static QuotaKind KindOf(string name, string above, string caption) =>
        Ranks.IsMatch(name) || Change.IsMatch(name) ? QuotaKind.Rank
        : OfDone.IsMatch(name) && !Planned.IsMatch(name) ? QuotaKind.Rate
        : Share.IsMatch(name) && !Goal.IsMatch(name) && !Goal.IsMatch(above) ? QuotaKind.Rate
        : Planned.IsMatch(name) ? QuotaKind.Goal
        : Reached.IsMatch(name) ? QuotaKind.Reached
        : Goal.IsMatch(name) ? QuotaKind.Goal
        : Reached.IsMatch(above) || Done.IsMatch(name) ? QuotaKind.Reached
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
