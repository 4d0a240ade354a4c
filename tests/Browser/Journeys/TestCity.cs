namespace JointMeeting.Browser.Journeys;

/// <summary>A unit of the test notice with the sign-in its liaison officer gets.</summary>
internal sealed record Member(string Unit, string Name, string Login);

/// <summary>Who answers for the member units; names of our own, units as the notice lists them.</summary>
internal static class TestCity
{
    /// <summary>联络员 of the units, in the order given.</summary>
    public static IReadOnlyList<Member> Members(IEnumerable<string> units) =>
        [.. units.Select((unit, i) => new Member(unit, $"联络员{i + 1}", $"unit{i + 1:00}"))];

    /// <summary>As an administrator pastes them.</summary>
    public static string Lines(IEnumerable<Member> members, string convenor) =>
        string.Join("\n", members.Select(m => $"{m.Unit}\t{m.Name}\t{m.Login}\t联络员"))
        + $"\n市人民政府\t{convenor}\tconvenor\t单位负责人";
}
