using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// Which goal a column of results belongs to, where a table has several of both (计划开工、已开工、开工率、计划投资、完成投资、
/// 投资完成率): the one whose rate the table states, the one under the same heading, the one that is called alike, else the
/// nearest on the left that counts the same thing.
/// </summary>
internal sealed class QuotaPairs
{
    private const int FewestRows = 2;
    private const decimal Rounding = 0.15m;
    private static readonly Regex Roles = new(
        "(19|20)[0-9]{2}年|计划|目标|任务|年度|全年|实际|累计|完成|已|指标|情况|[数量值额]$",
        Patterns.Linear
    );

    private readonly List<QuotaColumn> columns;
    private readonly Dictionary<QuotaColumn, decimal?[]> numbers;
    private readonly Dictionary<QuotaColumn, QuotaColumn> goals = [];
    private readonly Dictionary<QuotaColumn, QuotaColumn> rates = [];

    public QuotaPairs(Grid grid, List<int> body, List<QuotaColumn> columns)
    {
        this.columns = columns;
        numbers = columns.ToDictionary(
            column => column,
            column => body.Select(row => CellNumber.Read(grid.Below(row, column.Cell))?.Value).ToArray()
        );
        foreach (var reached in columns.Where(column => column.Kind is QuotaKind.Reached))
            if (GoalFor(reached) is { } goal)
                goals[reached] = goal;
        foreach (var rate in columns.Where(column => column.Kind is QuotaKind.Rate))
            if (Explains(rate) is { } reached)
                rates[rate] = reached;
    }

    /// <summary>The goal a result is measured by, or null.</summary>
    public QuotaColumn? GoalOf(QuotaColumn reached) => goals.GetValueOrDefault(reached);

    /// <summary>What was reached of a goal stands in this table.</summary>
    public bool IsMet(QuotaColumn goal) => goals.ContainsValue(goal);

    /// <summary>The result that a rate is computed from, or null where it tells something of its own.</summary>
    public QuotaColumn? ComputedFrom(QuotaColumn rate) => rates.GetValueOrDefault(rate);

    private QuotaColumn? GoalFor(QuotaColumn reached)
    {
        var able = columns.Where(column => column.Kind is QuotaKind.Goal && CountTheSame(column, reached)).ToList();
        var place = columns.IndexOf(reached);
        var proven = able.Where(goal =>
                columns.Exists(rate => rate.Kind is QuotaKind.Rate && Fits(rate, reached, goal))
            )
            .ToList();
        if (proven.Count > 0)
            able = proven;
        return Only(able.Where(goal => goal.Above.Length > 0 && goal.Above == reached.Above))
            ?? Only(able.Where(goal => Bare(goal) is { Length: > 0 } bare && bare == Bare(reached)))
            ?? able.LastOrDefault(goal => columns.IndexOf(goal) < place)
            ?? Only(proven);
    }

    private static QuotaColumn? Only(IEnumerable<QuotaColumn> found) =>
        found.Take(2).ToList() is [var only] ? only : null;

    private static bool CountTheSame(QuotaColumn one, QuotaColumn other) =>
        one.Unit is null || other.Unit is null || one.Unit == other.Unit;

    private static string Bare(QuotaColumn column) => Roles.Replace(column.Name, "");

    /// <summary>The rate of a pair: by its figures, else by its place right behind what was reached.</summary>
    private QuotaColumn? Explains(QuotaColumn rate)
    {
        var place = columns.IndexOf(rate);
        return goals
                .Where(pair => Fits(rate, pair.Key, pair.Value))
                .Select(pair => pair.Key)
                .OrderBy(reached => Math.Abs(columns.IndexOf(reached) - place))
                .FirstOrDefault()
            ?? (
                place > 0 && goals.ContainsKey(columns[place - 1]) && QuotaColumns.IsOfDone(rate.Name)
                    ? columns[place - 1]
                    : null
            );
    }

    /// <summary>In most rows, and in two at least, it is what was reached by the goal in percent.</summary>
    private bool Fits(QuotaColumn rate, QuotaColumn reached, QuotaColumn goal)
    {
        var (rates, results, aims) = (numbers[rate], numbers[reached], numbers[goal]);
        var (fitting, stated) = (0, 0);
        for (var row = 0; row < rates.Length; row++)
            if (rates[row] is { } share && results[row] is { } value && aims[row] is > 0 and var aim)
            {
                stated++;
                fitting += Differs(share, value, aim) ? 0 : 1;
            }
        return fitting >= FewestRows && fitting * 2 > stated;
    }

    /// <summary>True where a stated rate is not what its figures give, beyond rounding.</summary>
    public static bool Differs(decimal rate, decimal reached, decimal goal) =>
        Math.Abs((reached * 100 / goal) - rate) > Rounding && Math.Abs((reached / goal) - rate) > Rounding / 100;
}
