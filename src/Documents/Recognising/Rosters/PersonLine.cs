using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

public sealed record Person(string Name, string? Unit, string? Post, string Role, int Line, string? Doubt);

/// <summary>
/// A line of a roster: name, then unit and post written together. The border between unit and post is the first
/// place where a unit's ending meets the beginning of a post; a section (科室) belongs to the post.
/// </summary>
internal static class PersonLine
{
    private static readonly Regex UnitEnds = new(
        "(局|委|办|办公室|办公厅|厅|部|会|联|协|院|校|学|府|署|室|中心|公司|集团|行|队|社|站|所|馆|台|处|科|关|组|区|县|市|镇|街道)([(（][^()（）]{1,16}[)）])?$",
        Patterns.Linear
    );
    private static readonly Regex PostStarts = new(
        "^((常务)?副?(局长|主任|股长|市长|县长|区长|州长|镇长|乡长|省长|校长|院长|书记|秘书长|部长|会长|理事长|主席|行长|总经理|董事长|政委|政治委员|支队长|大队长|总队长|检察长|庭长|所长|站长|队长|社长|台长|馆长|关长|署长|厅长|处长|科长|司长|组长|总监|经理)"
            + "|常务|副县|副处|副科|副厅|正县|正处|正科|县级|处级|科级|党组|党委|党工委|党总支|党支部|机关党委|纪委|纪检|总规划师|总经济师|总工程师|总会计师|总农艺师|总畜牧师|总审计师|总统计师|首席"
            + "|[一二三四]级(调研员|主任科员|巡视员|高级)|调研员|巡视员|主任科员|工会(主席|副主席)|办公室(主任|副主任)|负责人|负责同志|主要负责|分管|班子成员|审判委员会|检察委员会|理事会|监事会|董事会|常委|委员|督学|督察|干部|助理|联络员|兼)",
        Patterns.Linear
    );
    private static readonly Regex Name = new(
        "^([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{1,8}[·•][\u4e00-\u9fa5]{1,8})$",
        Patterns.Linear
    );

    /// <summary>Five signs and more are a name only where a unit with a post follows.</summary>
    private static readonly Regex LongName = new("^[\u4e00-\u9fa5]{5,6}$", Patterns.Linear);
    private static readonly Regex InBrackets = new(
        "^(?<n>[\u4e00-\u9fa5]{2,4})[(（](?<p>.{3,40})[)）]$",
        Patterns.Linear
    );

    /// <summary>A unit that has sections of its own; 市委 and 市政府 have none.</summary>
    private static readonly Regex HasSections = new(
        "^[省市县区州旗](总工会|工商联|红十字会|供销社)$|^[\u4e00-\u9fa5]{2,20}(局|委|办|办公室|办公厅|厅|总工会|协会|联合会|委员会|学会|商会|红十字会|院|联|校|学|中心|集团|公司|支行|分行)$",
        Patterns.Linear
    );
    private static readonly Regex InSection = new(
        "^[\u4e00-\u9fa5]{1,12}(科|股|处|室|部|支队|大队|总队|分局|中队)(副?(科长|股长|处长|部长|主任|支队长|大队长|总队长|中队长|局长|政委)|负责人|干部|民警|科员|[一二三四]级主任科员)$",
        Patterns.Linear
    );

    /// <summary>（女）, （回族）, （兼） behind a name.</summary>
    private static readonly Regex Marked = new(
        "(?<n>[\u4e00-\u9fa5])[(（](女|男|兼|[\u4e00-\u9fa5]{1,5}族|[\u4e00-\u9fa5]{1,4}族[，,、 ]?女|女[，,、 ]?[\u4e00-\u9fa5]{1,4}族)[)）]",
        Patterns.Linear
    );
    private static readonly Regex OfGovernment = new("^(?<v>常务)?副?(?<l>[市县区州省])长|^副秘书长", Patterns.Linear);

    /// <summary>市委常委、副市长: posts, no unit.</summary>
    private static readonly Regex OfCommittee = new(
        "^[省市县区州旗]委常委([、,，]([省市县区州旗]政府)?(常务)?副?[省市县区州旗]长)?$",
        Patterns.Linear
    );

    /// <summary>副县长、县公安局局长: the first post belongs to no unit that is named.</summary>
    private static readonly Regex PostFirst = new("^(常务)?副?[市县区州省旗]长[、,，]", Patterns.Linear);
    private static readonly Regex Posts = new("(长|主任|书记|主席|经理|调研员|巡视员|师|员)$", Patterns.Linear);
    private const int Longest = 90;
    private const int LongestList = 3000;

    /// <summary>The persons on a line, none when it is no roster line.</summary>
    public static IReadOnlyList<Person> Read(string spaced, string role, int line)
    {
        // 成员：甲（市发改委副主任）、乙（市财政局副局长）、… may run over many lines.
        if (
            spaced.Length is > Longest and <= LongestList
            && Several(Folding.Squeeze(spaced), role, line) is { Count: > 1 } many
        )
            return many;
        if (spaced.Length > Longest || spaced.EndsWith('。'))
            return [];
        spaced = Marked.Replace(spaced, match => match.Groups["n"].Value);
        if (Several(Folding.Squeeze(spaced), role, line) is { Count: > 1 } several)
            return several;
        if (InBrackets.Match(Folding.Squeeze(spaced)) is { Success: true } bracketed)
            return [WithPost(bracketed.Groups["n"].Value, bracketed.Groups["p"].Value, role, line)];
        var words = spaced.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (PostThenName(words, role, line) is { } behind)
            return [behind];
        var persons = new List<Person>();
        for (var at = 0; at < words.Length; )
        {
            if (NameAt(words, at) is not { } name)
                return [];
            at += name.Words;
            var rest = "";
            for (; at < words.Length && (rest.Length == 0 || !StartsAnother(words, at)); at++)
                rest += words[at];
            if (rest.Length == 0 && persons.Count > 0)
                return [];
            persons.Add(WithPost(name.Text, rest, role, line));
        }
        return persons;
    }

    /// <summary>甲（市发改委副主任）、乙（市财政局副局长）, or 市发改委副主任甲、市财政局副局长乙.</summary>
    private static List<Person> Several(string squeezed, string role, int line)
    {
        var pieces = Brackets
            .SplitOutside(
                squeezed.TrimEnd(';', '；', ',', '，', '。'),
                sign => sign is '、' or ',' or '，' or ';' or '；'
            )
            .Select(part => part.Piece)
            .ToList();
        if (pieces.Count < 2)
            return [];
        var persons = pieces
            .Select(piece =>
                InBrackets.Match(piece) is { Success: true } one
                    ? WithPost(one.Groups["n"].Value, one.Groups["p"].Value, role, line)
                : Behind(piece, line) is { } behind
                    ? behind with
                    {
                        Role = role,
                        Doubt = "姓名写在职务之后,与职务的分界请核对",
                    }
                : null
            )
            .ToList();
        return persons.TrueForAll(person => person is not null) ? [.. persons.OfType<Person>()] : [];
    }

    /// <summary>市教育局局长 to 市教育局 and 局长; null where the border is not clear.</summary>
    public static (string Unit, string Post)? Split(string unitAndPost)
    {
        for (var at = unitAndPost.Length - 3; at > 2; at--)
            if (
                InSection.IsMatch(unitAndPost[at..])
                && HasSections.IsMatch(unitAndPost[..at])
                && !unitAndPost[..at].EndsWith("政府")
                && !unitAndPost[at..].StartsWith("公室")
                && !unitAndPost[at..].StartsWith("公厅")
                && !unitAndPost[at..].StartsWith("员会")
                && !unitAndPost[at..].StartsWith("合会")
                && !IsOffice(unitAndPost, at)
            )
                return (unitAndPost[..at], unitAndPost[at..]);
        for (var at = 2; at < unitAndPost.Length; at++)
            if (
                PostStarts.IsMatch(unitAndPost[at..])
                && UnitEnds.IsMatch(unitAndPost[..at])
                && !IsOffice(unitAndPost, at)
            )
                return (unitAndPost[..at], unitAndPost[at..]);
        return null;
    }

    // 市委办公室主任, 市政府办公室主任: there the office is the unit.
    private static bool IsOffice(string text, int at) =>
        text[at..].StartsWith("办公室")
        && (
            text[..at].EndsWith("市委")
            || text[..at].EndsWith("县委")
            || text[..at].EndsWith("区委")
            || text[..at].EndsWith("政府")
        );

    /// <summary>市民政局副局长郑十: unit and post in front of the name.</summary>
    public static Person? Behind(string text, int line)
    {
        for (var letters = 2; letters <= 3 && letters < text.Length; letters++)
            if (Split(text[..^letters]) is { } split && Posts.IsMatch(split.Post))
                return new(text[^letters..], split.Unit, split.Post, Roles.Member, line, null);
        return null;
    }

    private static Person WithPost(string name, string rest, string role, int line)
    {
        if (rest.Length == 0)
            return new(name, null, null, role, line, "没有写明单位和职务");
        if (OfCommittee.IsMatch(rest))
            return new(name, null, rest, role, line, "只写职务,没有写明单位");
        if (PostFirst.IsMatch(rest))
            return new(name, null, rest, role, line, "兼有政府职务,单位请核对");
        if (Split(rest) is { } split)
            return new(name, split.Unit, split.Post, role, line, null);
        return OfGovernment.Match(rest) is { Success: true } post && post.Groups["l"].Success
            ? new(name, $"{post.Groups["l"].Value}人民政府", rest, role, line, "只写职务,单位由职务推定")
            : new(name, null, rest, role, line, "未能区分单位与职务,请核对");
    }

    /// <summary>市水务局副局长 简如初: unit and post, then the name, with a gap between them.</summary>
    private static Person? PostThenName(string[] words, string role, int line)
    {
        if (words.Length < 2 || NameAt(words, 0) is not null)
            return null;
        var letters = words.Length > 2 && words[^1].Length == 1 && words[^2].Length == 1 ? 2 : 1;
        var (name, rest) = (string.Concat(words[^letters..]), string.Concat(words[..^letters]));
        return
            Name.IsMatch(name)
            && !PostStarts.IsMatch(name)
            && (Split(rest) is not null || OfCommittee.IsMatch(rest) || PostFirst.IsMatch(rest))
            ? WithPost(name, rest, role, line)
            : null;
    }

    private static (string Text, int Words)? NameAt(string[] words, int at)
    {
        if (
            words[at].Length == 1
            && at + 1 < words.Length
            && words[at + 1].Length <= 2
            && Name.IsMatch(words[at] + words[at + 1])
        )
            return (words[at] + words[at + 1], 2);
        return
            Split(words[at]) is null
            && (
                Name.IsMatch(words[at])
                || (
                    LongName.IsMatch(words[at])
                    && !UnitNames.LooksLikeOne(words[at])
                    && at + 1 < words.Length
                    && Split(words[at + 1]) is not null
                )
            )
            ? (words[at], 1)
            : null;
    }

    private static bool StartsAnother(string[] words, int at) =>
        NameAt(words, at) is { } name
        && !PostStarts.IsMatch(words[at])
        && at + name.Words < words.Length
        && Split(words[at + name.Words]) is not null;
}
