namespace JointMeeting.Domain.Statistics;

/// <summary>One unit in a ranking; without a place where it had nothing due.</summary>
/// <param name="Place">1 for the first; units with equal figures share a place.</param>
public sealed record RankedUnit(string Unit, int? Place, Rate Done, int Late);

/// <summary>
/// 通报 of a month ranks the units that had something due in it: by what was done of it, then by how little of it was late.
/// A default of this program; no rule above the office fixes how a 通报 ranks. Who is praised or criticised is no figure:
/// the convenor approves those words.
/// </summary>
public static class UnitRanking
{
    /// <summary>The rule, as printed below the table.</summary>
    public const string Rule =
        "按任务完成率(按延期后期限)从高到低,相同的按逾期件次从少到多,仍相同的名次并列;当期没有到期事项的不排名";

    /// <summary>The units in their order; those without a place last, as they came.</summary>
    public static IReadOnlyList<RankedUnit> Of(IEnumerable<(string Unit, Rate Done, int Late)> units)
    {
        var all = units.ToList();
        var due = all.Where(u => u.Done.Denominator > 0).ToList();
        return
        [
            .. due.Select(u => new RankedUnit(u.Unit, 1 + due.Count(o => IsBefore(o, u)), u.Done, u.Late))
                .OrderBy(u => u.Place),
            .. all.Where(u => u.Done.Denominator == 0).Select(u => new RankedUnit(u.Unit, null, u.Done, u.Late)),
        ];
    }

    /// <summary>Compared as fractions: what differs only behind the printed decimal still differs.</summary>
    private static bool IsBefore((string Unit, Rate Done, int Late) a, (string Unit, Rate Done, int Late) b)
    {
        var left = (long)a.Done.Numerator * b.Done.Denominator;
        var right = (long)b.Done.Numerator * a.Done.Denominator;
        return left > right || (left == right && a.Late < b.Late);
    }
}
