using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Reads role labels and the persons below them.</summary>
internal static class RosterReader
{
    private static readonly Regex NameList = new(
        "^(?<n>.{2,40}?(联席会议|协调小组|领导小组|委员会|专班))(组成)?(成员|组成人员|人员|联络员)?(单位)?(及)?(成员|组成人员|联络员)?名单$|^(?<n>.{2,40}?(联席会议|协调小组|领导小组|委员会|专班|指挥部))(组成人员|成员)$",
        Patterns.Linear
    );
    private static readonly Regex Post = new("(长|主任|书记|主席|经理|调研员|科员|负责人|师)$", Patterns.Linear);
    private static readonly Regex Units = new("^(成员单位|组成单位)[:：](?<u>.{4,600})$", Patterns.Linear);

    public static Roster? Read(Sheet sheet)
    {
        var names = new List<Stated<string>>();
        var persons = new List<Person>();
        var unread = new List<int>();
        persons.AddRange(RosterGrid.Take(sheet, unread));
        ReadLists(sheet, names, persons, unread);
        Beside(sheet, persons, unread);
        persons.AddRange(RosterProse.Persons(sheet, persons).ToList());
        persons = RosterDoubts.Of(persons);
        var units = new List<string>(persons.Select(person => person.Unit).OfType<string>());
        foreach (var line in sheet.Lines)
            if (Units.Match(line.Squeezed) is { Success: true } listed)
                units.AddRange(UnitsExpression.ParseList(listed.Groups["u"].Value).All);
        units.AddRange(RosterProse.Units(sheet));
        var name = names.FirstOrDefault() ?? RosterSentences.Name(sheet);
        if (persons.Count == 0 && units.Count == 0 && name is null)
            return null;
        var substitution = SubstitutionRule.Find(sheet);
        return new(
            name,
            RosterSentences.WithOfficers(sheet, persons),
            [.. units.DistinctBy(UnitNames.OneGovernment)],
            substitution is null ? null : new(SubstitutionRule.Mode(substitution.Value), substitution.Line),
            substitution,
            RosterSentences.Office(sheet),
            RosterSentences.Frequency(sheet),
            unread
        )
        {
            LiaisonRule = RosterSentences.LiaisonRule(sheet),
        };
    }

    private static void ReadLists(Sheet sheet, List<Stated<string>> names, List<Person> persons, List<int> unread)
    {
        string? role = null;
        var pending = new List<int>();
        for (var at = 0; at < sheet.Lines.Count; at++)
        {
            var line = sheet.Lines[at];
            if (sheet.IsTaken(at))
                role = null;
            else if (NameList.Match(line.Squeezed) is { Success: true } heading && line.Squeezed.Length <= 50)
            {
                names.Add(new(heading.Groups["n"].Value, line.Number));
                (role, _) = (line.Squeezed.EndsWith("联络员名单") ? Roles.Liaison : Roles.Member, Taken(sheet, at));
            }
            else if (
                Roles.AtStart(line.Spaced) is { } labelled
                && (labelled.After.Length == 0 || PersonLine.Read(labelled.After, labelled.Role, line.Number).Count > 0)
            )
            {
                (role, _) = (labelled.Role, Taken(sheet, at));
                persons.AddRange(PersonLine.Read(labelled.After, role, line.Number));
            }
            else if (role is not null && PersonLine.Read(line.Spaced, role, line.Number) is { Count: > 0 } found)
            {
                persons.AddRange(found);
                unread.AddRange(pending);
                pending.Clear();
                Taken(sheet, at);
            }
            else if (
                role is not null
                && line.Squeezed.Length <= 30
                && !line.Squeezed.EndsWith('。')
                && pending.Count < 2
                && !Sheet.IsAnnexHeading(line)
            )
                pending.Add(line.Number);
            else
            {
                role = null;
                unread.AddRange(pending.Where(number => HasPost(sheet, number)));
                pending.Clear();
            }
        }
    }

    /// <summary>A line right beside the roster that reads like a person, where the label in front of it was lost.</summary>
    private static void Beside(Sheet sheet, IReadOnlyList<Person> persons, List<int> unread)
    {
        var lines = persons.Select(person => person.Line).ToHashSet();
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (
                !sheet.IsTaken(at)
                && !unread.Contains(sheet.Lines[at].Number)
                && Near(sheet, at).Any(near => lines.Contains(sheet.Lines[near].Number))
                && PersonLine.Read(sheet.Lines[at].Spaced, Roles.Member, 0) is [{ Unit: not null, Post: not null }, ..]
            )
                unread.Add(sheet.Lines[at].Number);
    }

    private static IEnumerable<int> Near(Sheet sheet, int at) =>
        Enumerable.Range(at - 2, 5).Where(near => near >= 0 && near < sheet.Lines.Count && near != at);

    /// <summary>A line behind the last person that ends with a post is likely one more.</summary>
    private static bool HasPost(Sheet sheet, int number) =>
        sheet.Lines.Any(line => line.Number == number && Post.IsMatch(line.Squeezed));

    private static bool Taken(Sheet sheet, int at)
    {
        sheet.Take(at);
        return true;
    }
}
