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
    /// <summary>Who is to be liaison officer, where a sentence says so without names.</summary>
    public Stated<string>? LiaisonRule { get; init; }

    public bool StatesDeputy => Persons.Any(person => person.Role.Contains(Roles.Deputy));

    public bool StatesLiaison => LiaisonRule is not null || Persons.Any(person => person.Role == Roles.Liaison);

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
    private static readonly Regex OfficeAt = new(
        "办公室设在(?<u>[^,，。;；、]{2,20})|联席会议办公室[(（](设在)?(?<u>[^,，。;；、()（）]{3,20})[)）,，;；]",
        Patterns.Linear
    );

    /// <summary>A sentence that founds it, or the minutes' own name.</summary>
    private static readonly Regex Founded = new(
        "(建立|成立|调整)(了)?(?<n>[^,，。;；《》“”了]{2,30}联席会议)(制度|[(（,，。;；]|$)",
        Patterns.Linear
    );
    private static readonly Regex OfMinutes = new(
        "^(?<n>[^,，。;；《》“”0-9]{3,30}联席会议)((19|20)[0-9]{2}年)?(第.{1,6}次)?(全体|专题|成员|办公|调度|推进)?(会议)?纪要$",
        Patterns.Linear
    );
    private static readonly Regex Officers = new(
        "(?<r>办公室(副?主任)|[,，。;；](办公室)?副主任)由(?<u>[^,，。;；]{2,40}?)(同志)?(兼任|担任)|由(?<u>[^由,，。;；]{2,40}?)(同志)?(兼任|担任)(联席会议)?(?<r>办公室副?主任)",
        Patterns.Linear
    );
    private static readonly Regex LiaisonRule = new(
        "联络员[^。]{0,30}(由|为)[^。]{2,40}(担任|负责同志|负责人)",
        Patterns.Linear
    );
    private static readonly Regex Often = new(
        "(每年|每半年|每季度|每月|不定期|定期)[^。;；,，]{0,16}召开[^。;；,，]{0,12}",
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
        var units = new List<string>(persons.Select(person => person.Unit).OfType<string>());
        foreach (var line in sheet.Lines)
            if (Units.Match(line.Squeezed) is { Success: true } listed)
                units.AddRange(UnitsExpression.ParseList(listed.Groups["u"].Value).All);
        var name = names.FirstOrDefault() ?? Named(sheet);
        if (persons.Count == 0 && units.Count == 0 && name is null)
            return null;
        var substitution = Sentence(sheet, Substitution);
        return new(
            name,
            WithOfficers(sheet, persons),
            [.. units.DistinctBy(UnitNames.OneGovernment)],
            substitution is null ? null : new(Mode(substitution.Value), substitution.Line),
            substitution,
            Group(sheet, OfficeAt, "u"),
            Sentence(sheet, Often),
            unread
        )
        {
            LiaisonRule = Sentence(sheet, LiaisonRule),
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

    /// <summary>A line behind the last person that ends with a post is likely one more.</summary>
    private static bool HasPost(Sheet sheet, int number) =>
        sheet.Lines.Any(line => line.Number == number && Post.IsMatch(line.Squeezed));

    private static bool Taken(Sheet sheet, int at)
    {
        sheet.Take(at);
        return true;
    }

    /// <summary>办公室主任由某某同志兼任: a person of the roster in a second role, or somebody new with unit and post.</summary>
    private static List<Person> WithOfficers(Sheet sheet, List<Person> persons)
    {
        var all = persons.ToList();
        foreach (var line in sheet.Lines)
        foreach (Match match in Officers.Matches(line.Squeezed))
        {
            var role = match.Groups["r"].Value.Contains('副') ? Roles.DeputyDirector : Roles.OfficeDirector;
            var named = match.Groups["u"].Value;
            if (all.Exists(other => other.Role == role) && role is Roles.OfficeDirector)
                continue;
            var known = persons.Find(person => named.Contains(person.Name));
            if ((known ?? PersonLine.Behind(named, line.Number)) is { } person)
                all.Add(
                    person with
                    {
                        Role = role,
                        Line = line.Number,
                        Doubt = $"由正文“{role}由……{(match.Value.Contains("兼任") ? "兼任" : "担任")}”推定",
                    }
                );
        }
        return all;
    }

    private static StatedSubstitution Mode(string sentence) =>
        sentence.Contains("联席会议确定") ? StatedSubstitution.MeetingConfirms
        : sentence.Contains("召集人") && (sentence.Contains("同意") || sentence.Contains("批准"))
            ? StatedSubstitution.ConvenorConsent
        : StatedSubstitution.Automatic;

    private static Stated<string>? Named(Sheet sheet) =>
        Group(sheet, Founded, "n") is { } founded && UnitNames.HasPlace(founded.Value)
            ? founded with
            {
                Doubt = "联席会议名称由正文推定",
            }
        : Group(sheet, OfMinutes, "n") is { } own ? own with { Doubt = "联席会议名称由纪要的版头推定" }
        : null;

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
