using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What sentences say about a joint meeting: its name, its office and who heads it, how often it meets, who is liaison officer.</summary>
internal static class RosterSentences
{
    private static readonly Regex OfficeAt = new(
        "办公室设在(?<u>[^,，。;；、]{2,20})|联席会议办公室[(（](设在)?(?<u>[^,，。;；、()（）]{3,20})[)）,，;；]",
        Patterns.Linear
    );

    /// <summary>A sentence that founds it, or the minutes' own name.</summary>
    private static readonly Regex Founded = new(
        "(建立|成立|调整|设立|充实)(了)?(?<n>[^,，。;；《》“”了]{2,30}(联席会议|领导小组|工作专班|协调小组|指挥部))(制度|(组成)?(成员|人员|组成人员)|的?通知$|[(（,，。;；]|$)",
        Patterns.Linear
    );
    private static readonly Regex OfMinutes = new(
        "^(?<n>[^,，。;；《》“”0-9]{3,30}联席会议)((19|20)[0-9]{2}年)?(第.{1,6}次)?(全体|专题|成员|办公|调度|推进)?(会议)?纪要$",
        Patterns.Linear
    );

    /// <summary>某市某工作联席会议办公室关于…: the office names it.</summary>
    private static readonly Regex OfOffice = new(
        "^(?<n>[^,，。;；《》“”0-9]{3,30}联席会议)办公室关于",
        Patterns.Linear
    );

    /// <summary>由副市长任召集人的联席会议 describes, and names none.</summary>
    private static readonly Regex Described = new("^由|召集人|的联席会议$", Patterns.Linear);
    private static readonly Regex Officers = new(
        "(?<r>办公室(副?主任)|[,，。;；](办公室)?副主任)由(?<u>[^,，。;；]{2,40}?)(同志)?(兼任|担任)|由(?<u>[^由,，。;；]{2,40}?)(同志)?(兼任|担任)(联席会议)?(?<r>办公室副?主任)|(^|[,，。;；])(?<u>[\u4e00-\u9fa5·]{2,4}(、[\u4e00-\u9fa5·]{2,4}){0,5})同志(兼任|担任)(联席会议)?(?<r>办公室副?主任)",
        Patterns.Linear
    );
    private static readonly Regex Liaisons = new(
        "联络员[^。]{0,30}(由|为)[^。]{2,40}(担任|负责同志|负责人)",
        Patterns.Linear
    );
    private static readonly Regex Often = new(
        "(每年|每半年|每季度|每月|不定期|定期)[^。;；,，]{0,16}召开[^。;；,，]{0,12}",
        Patterns.Linear
    );

    public static Stated<string>? Office(Sheet sheet) => Group(sheet, OfficeAt, "u");

    public static Stated<string>? Frequency(Sheet sheet) => Sentence(sheet, Often);

    public static Stated<string>? LiaisonRule(Sheet sheet) => Sentence(sheet, Liaisons);

    public static Stated<string>? Name(Sheet sheet) =>
        Group(sheet, Founded, "n") is { } founded
        && UnitNames.HasPlace(founded.Value)
        && !Described.IsMatch(founded.Value)
            ? founded with
            {
                Doubt = "联席会议名称由正文推定",
            }
        : Group(sheet, OfMinutes, "n") is { } own ? own with { Doubt = "联席会议名称由纪要的版头推定" }
        : Group(sheet, OfOffice, "n") is { } office && UnitNames.HasPlace(office.Value)
            ? office with
            {
                Doubt = "联席会议名称由其办公室推定",
            }
        : null;

    /// <summary>办公室主任由某某同志兼任: a person of the roster in a second role, or somebody new with unit and post.</summary>
    public static List<Person> WithOfficers(Sheet sheet, List<Person> persons)
    {
        var all = persons.ToList();
        foreach (var line in sheet.Lines)
        foreach (Match match in Officers.Matches(line.Squeezed))
        {
            var role = match.Groups["r"].Value.Contains('副') ? Roles.DeputyDirector : Roles.OfficeDirector;
            var named = match.Groups["u"].Value;
            if (all.Exists(other => other.Role == role) && role is Roles.OfficeDirector)
                continue;
            foreach (var one in named.Split('、'))
                if (
                    (persons.Find(person => one.Contains(person.Name)) ?? PersonLine.Behind(one, line.Number)) is
                    { } person
                )
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
