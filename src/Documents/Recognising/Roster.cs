using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

public enum StatedSubstitution
{
    /// <summary>接任工作的同志替补,不另行文.</summary>
    Automatic,

    /// <summary>报召集人同意后替补.</summary>
    ConvenorConsent,

    /// <summary>由所在单位提出,联席会议确定.</summary>
    MeetingConfirms,
}

/// <summary>What a notice states about the joint meeting itself.</summary>
/// <param name="MemberUnits">Units in the order of their first seat, with those listed without a person (成员单位:…).</param>
/// <param name="Unread">Lines inside the roster that were not understood.</param>
public sealed record Roster(
    Stated<string>? Name,
    IReadOnlyList<Person> Persons,
    IReadOnlyList<string> MemberUnits,
    Stated<StatedSubstitution>? Substitution,
    Stated<string>? SubstitutionText,
    Stated<string>? Office,
    Stated<string>? Frequency,
    IReadOnlyList<int> Unread
)
{
    public bool StatesDeputy => Persons.Any(person => person.Role.Contains(Roles.Deputy));

    public bool StatesLiaison => Persons.Any(person => person.Role == Roles.Liaison);

    public bool StatesOffice => Office is not null || Persons.Any(person => person.Role == Roles.OfficeDirector);
}

/// <summary>Reads role labels and the persons below them, and the sentences about office, frequency and substitution.</summary>
internal static class RosterReader
{
    private static readonly Regex NameList = new(
        "^(?<n>.{2,40}?(联席会议|协调小组|领导小组|委员会|专班))(组成)?(成员|组成人员|人员|联络员)?(单位)?(及)?(成员|组成人员|联络员)?名单$",
        Patterns.Linear
    );
    private static readonly Regex Substitution = new(
        "(变动|调整|变化)[^。]{0,60}(替补|接替|递补|联席会议确定|自行更换|自行调整)[^。]{0,40}",
        Patterns.Linear
    );
    private static readonly Regex OfficeAt = new("办公室设在(?<u>[^,，。;；、]{2,20})", Patterns.Linear);
    private static readonly Regex Director = new("办公室主任由(?<u>[^,，。;；、]{2,24})兼任", Patterns.Linear);
    private static readonly Regex Often = new(
        "(每年|每半年|每季度|每月|不定期|定期)[^。;；,，]{0,16}召开[^。;；,，]{0,12}",
        Patterns.Linear
    );
    private static readonly Regex Units = new("^(成员单位|组成单位)[:：](?<u>.{4,600})$", Patterns.Linear);

    public static Roster? Read(Sheet sheet)
    {
        var names = new List<Stated<string>>();
        var persons = new List<Person>();
        var unread = new List<int>();
        persons.AddRange(RosterGrid.Take(sheet));
        ReadLists(sheet, names, persons, unread);
        var units = new List<string>(persons.Select(person => person.Unit).OfType<string>());
        foreach (var line in sheet.Lines)
            if (Units.Match(line.Squeezed) is { Success: true } listed)
                units.AddRange(UnitsExpression.ParseList(listed.Groups["u"].Value).All);
        if (persons.Count == 0 && units.Count == 0)
            return null;
        var substitution = Sentence(sheet, Substitution);
        return new(
            names.FirstOrDefault() ?? Named(sheet),
            WithDirector(sheet, persons),
            [.. units.Distinct()],
            substitution is null ? null : new(Mode(substitution.Value), substitution.Line),
            substitution,
            Group(sheet, OfficeAt, "u"),
            Sentence(sheet, Often),
            unread
        );
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
                pending.Clear();
            }
        }
    }

    private static bool Taken(Sheet sheet, int at)
    {
        sheet.Take(at);
        return true;
    }

    /// <summary>办公室主任由某某同志兼任: a person of the roster in a second role.</summary>
    private static List<Person> WithDirector(Sheet sheet, List<Person> persons)
    {
        var named = Group(sheet, Director, "u");
        var person = named is null ? null : persons.FirstOrDefault(person => named.Value.Contains(person.Name));
        return person is null || persons.Any(other => other.Role == Roles.OfficeDirector)
            ? persons
            :
            [
                .. persons,
                person with
                {
                    Role = Roles.OfficeDirector,
                    Line = named!.Line,
                    Doubt = "由正文“办公室主任由……兼任”推定",
                },
            ];
    }

    private static StatedSubstitution Mode(string sentence) =>
        sentence.Contains("联席会议确定") ? StatedSubstitution.MeetingConfirms
        : sentence.Contains("召集人") && (sentence.Contains("同意") || sentence.Contains("批准"))
            ? StatedSubstitution.ConvenorConsent
        : StatedSubstitution.Automatic;

    private static Stated<string>? Named(Sheet sheet)
    {
        var name = new Regex("(?<n>(建立|成立|调整)[^,，。;；《》“”]{2,30}联席会议)(制度)?", Patterns.Linear);
        return Group(sheet, name, "n") is { } found
            ? new(found.Value[2..], found.Line, "联席会议名称由正文推定")
            : null;
    }

    /// <summary>The whole sentence in which the pattern stands.</summary>
    private static Stated<string>? Sentence(Sheet sheet, Regex pattern)
    {
        foreach (var line in sheet.Lines)
            if (pattern.Match(line.Squeezed) is { Success: true } match)
            {
                var start = line.Squeezed.LastIndexOf('。', match.Index) + 1;
                var end = line.Squeezed.IndexOf('。', match.Index + match.Length);
                return new(end < 0 ? line.Squeezed[start..] : line.Squeezed[start..(end + 1)], line.Number);
            }
        return null;
    }

    private static Stated<string>? Group(Sheet sheet, Regex pattern, string group)
    {
        foreach (var line in sheet.Lines)
            if (pattern.Match(line.Squeezed) is { Success: true } match)
                return new(match.Groups[group].Value, line.Number);
        return null;
    }
}
