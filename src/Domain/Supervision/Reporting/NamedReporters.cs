namespace JointMeeting.Domain.Supervision.Reporting;

/// <summary>
/// The units that the names of the reporters come to: a unit by its name, else the addressee of the document that is
/// written so. A guessed unit would owe nothing: one open name, and nobody is asked.
/// </summary>
/// <param name="Why">Why nobody can be asked, zh-CN; null where every name came to units.</param>
public sealed record NamedReporters(IReadOnlyList<string> Units, string? Why)
{
    /// <summary>As they are known now.</summary>
    /// <param name="unit">The unit of that name; null where there is none.</param>
    /// <param name="addressees">主送单位; for the whole group of them those of the document itself.</param>
    public static NamedReporters Of(
        Reporters reporters,
        Func<string, string?> unit,
        IReadOnlyList<Addressee> addressees
    )
    {
        if (reporters.Group is ReporterGroup.Addressees)
            return addressees.Count == 0
                ? new([], "来文没有已确认的主送单位")
                : Come(addressees.SelectMany(one => one.Units), [], addressees.Where(one => one.Units.Count == 0));
        var (units, unknown, open) = (new List<string>(), new List<string>(), new List<Addressee>());
        for (var at = 0; at < reporters.Names.Count; )
        {
            var (addressee, length) = Longest(reporters.Names, at, addressees);
            if (length < 2 && unit(reporters.Names[at]) is { } known)
                (addressee, length) = (new(reporters.Names[at], [known]), 1);
            if (addressee is null)
                unknown.Add(reporters.Names[at]);
            else if (addressee.Units.Count == 0)
                open.Add(addressee);
            else
                units.AddRange(addressee.Units);
            at += Math.Max(1, length);
        }
        return Come(units, unknown, open);
    }

    /// <summary>各县、区人民政府 was cut in two as a list of names: the longest run that is written like an addressee.</summary>
    private static (Addressee? Addressee, int Length) Longest(
        IReadOnlyList<string> names,
        int at,
        IReadOnlyList<Addressee> addressees
    )
    {
        for (var length = names.Count - at; length > 0; length--)
            if (Addressee.Find(addressees, string.Concat(names.Skip(at).Take(length))) is { } found)
                return (found, length);
        return (null, 0);
    }

    private static NamedReporters Come(
        IEnumerable<string> units,
        IReadOnlyCollection<string> unknown,
        IEnumerable<Addressee> open
    )
    {
        var why = new List<string>();
        if (unknown.Count > 0)
            why.Add($"{Quoted(unknown)}不是单位名录中的单位");
        if (open.Select(one => one.Words).Distinct().ToList() is { Count: > 0 } unnamed)
            why.Add($"主送单位{Quoted(unnamed)}未指明单位");
        IReadOnlyList<string> all = [.. units.Distinct()];
        if (why.Count == 0 && all.Count == 0)
            why.Add("没有写明由哪些单位报送");
        return why.Count == 0 ? new(all, null) : new([], string.Join("；", why));
    }

    private static string Quoted(IEnumerable<string> names) => string.Join("、", names.Select(name => $"“{name}”"));
}
