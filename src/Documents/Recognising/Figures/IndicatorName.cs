using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>What an indicator is called: the words before its figure, without those that only lead to it.</summary>
internal static class IndicatorName
{
    private static readonly Regex Leading = new(
        "^(([(（][0-9]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是|其中|同时|另外|此外|目前|今年|去年|全年|本年度|年内|截至[^,，]{0,12}底?|(19|20)[0-9]{2}年(度)?(上半年|下半年|[0-9]{1,2}月)?)[,，]?)+",
        Patterns.Linear
    );
    private static readonly Regex Verbs = new(
        "^(开展|完成|实现|答复|办理|组织|举办|累计|共计|共|现有|新增|获得|又获得|获|达到|全[区市县省]|(协助|帮助|支持|指导)(企业|学校|单位)?)+",
        Patterns.Linear
    );
    private static readonly Regex Joins = new(
        "(达到?了?|为|共有|共计|共|累计|合计|约|近|逾|超|超过|突破|稳定在|保持在|维持在|控制在|完成|实现|人数|数量|总数|中?又?获得?)+$",
        Patterns.Linear
    );
    private static readonly Regex YearAndAgain = new("(?<n>^.{2,12})(19|20)[0-9]{2}年", Patterns.Linear);

    /// <summary>Without the time, or the 一是, that it begins with.</summary>
    public static string WithoutLead(string text) => Leading.Replace(text, "");

    public static string WithoutVerb(string text) => Verbs.Replace(WithoutLead(text), "");

    public static string Of(string text)
    {
        var name = WithoutVerb(Outline.WithoutMarker(Folding.Squeeze(text)));
        var bare = Joins.Replace(name, "");
        // 下达 is no 达.
        if (bare.EndsWith('下') && name.Length > bare.Length && name[bare.Length] is '达')
            bare += '达';
        bare = bare.Trim(' ', '、', '，', ',', '的', '。');
        return bare.Count(sign => sign is '“') == bare.Count(sign => sign is '”') ? bare : bare.Trim('“', '”');
    }

    /// <summary>招生2025年实际招生900人: the year divides the name from what says it again.</summary>
    public static string BeforeYear(string before) =>
        Of(YearAndAgain.Match(WithoutLead(before)) is { Success: true } again ? again.Groups["n"].Value : before);

    /// <summary>What was won at: the words before the first medal, behind the year.</summary>
    public static string OfContest(string text)
    {
        var before = text[..Shares.FirstMedal(text)];
        var year = before.LastIndexOf('年');
        return Of(year > 0 && year + 3 < before.Length && !Leading.IsMatch(before) ? before[(year + 1)..] : before);
    }
}
