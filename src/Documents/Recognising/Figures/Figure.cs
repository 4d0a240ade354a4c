using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A number with its unit in a text, and how it is bounded.</summary>
/// <param name="Op">=, &gt;=, &gt;, &lt;=, &lt;; null where nothing bounds it.</param>
/// <param name="Noun">The words right behind it, up to the next mark.</param>
/// <param name="IsListed">It counts what stands in front of it (甲、乙等2个).</param>
/// <param name="Doubt">The bound lost a sign (不低8000元), in Chinese.</param>
internal sealed record Figure(
    decimal Value,
    string Unit,
    string? Op,
    int At,
    int Length,
    string Noun,
    bool IsListed,
    string? Doubt
)
{
    public int End => At + Length;

    /// <summary>The unit is money, a share or a count; not a span of time.</summary>
    public bool IsTime =>
        Unit is "年" or "个月" or "天" or "小时" or "学时" or "个工作日" || (Unit is "分钟" && Op is null);

    /// <summary>It tells of what something else is said: 对8个县, 38亩的报批, 总额的20%可用于.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>开通航线2条: a thing that is made, counted behind its name.</summary>
    public bool IsMade { get; init; }
}

/// <summary>Finds numbers that count or measure: no dates, ordinals, names such as 3+2, or numbers inside titles and quotation marks.</summary>
internal static class FigureScan
{
    /// <summary>What things are counted and measured in.</summary>
    public const string Counters =
        "个百分点|家次|车次|件次|微克/立方米|毫克/升|毫克/立方米|分贝|个工作日|人次|批次|场次|学位|平方米|平方公里|公里|立方米|千瓦时|万千瓦|公顷|吨标准煤|学时|小时|%|％|‰|元|人|名|个|所|家|项|件|门|套|处次|处|户次|户|亩|口|眼|片|组|斤|分钟|枚|台|座|路|辆|场|期|篇|条|只|头|吨|座|间|支|对|本|幅|班|次|种|块|株|棵|公斤|部|艘|栋|幢|例|册|款|张|床|起|宗|兆瓦|千瓦|千米|平米|年|天";
    private static readonly Regex Number = new(
        $"(?<n>[0-9]{{1,3}}([,，][0-9]{{3}})+|[0-9]{{1,9}}(\\.[0-9]{{1,4}})?)(余|多)?(?<m>万|亿|千|百)?(余|多)?(?<u>({Counters})([(（][\u4e00-\u9fa5][)）])?)(?<per>(/[\u4e00-\u9fa5]{{1,2}}){{0,3}})(?<tail>(及)?以上|(及)?以内|(及)?以下)?",
        Patterns.Linear
    );
    private static readonly Regex Names = new("《[^《》]{0,80}》|“[^“”]{0,60}”", Patterns.Linear);
    private static readonly Regex NotCounted = new(
        "^(门|部门|单位|成员|方面|阶段|步骤|环节|工作日|自然日|月|小时|季度|学期|周期|小项|子项|大项|层面|层次|级|类别|条件|问题|附件|文件|批次|字|页|以上部门|小组|组|左右部门|相关)",
        Patterns.Linear
    );
    private static readonly Regex Items = new(
        "^(重点|具体|主要|工作|改革)?(任务|措施|举措|工作|事项|指标|内容|要求|制度|职责|原则)|^$",
        Patterns.Linear
    );
    private static readonly Regex Things = new(
        "(事项|政策|服务|项目|标准|成果|课题|技术|专利|清单|制度|功能|指标)$",
        Patterns.Linear
    );

    private static readonly Regex OfSomething = new(
        "(^|[^针相应])(对|在|从|向|由)(全[市县区省州]|现有|剩余|其余|辖区内?|全部|已有)*$|每(人|户|家|名|个|所|亩|件)$",
        Patterns.Linear
    );

    /// <summary>将年用水量1万立方米以上的单位…: which ones are meant, and no goal.</summary>
    private static readonly Regex Chosen = new("(将|对|把|凡)[^,，。;；0-9]{0,10}$", Patterns.Linear);
    private static readonly Regex Makes = new(
        "(开通|新开|整治|治理|修复|整修|铺设|疏浚|打通|提升|建设|建成|新建|新增|打造|培育|推出|编制|出版|创作|改造|培养)[^,，。;；0-9]{2,24}$",
        Patterns.Linear
    );
    private static readonly Regex AtLeast = new("(至少|不少于|不低于)[\u4e00-\u9fa5]{1,4}$", Patterns.Linear);
    private static readonly (string Words, string Op)[] Bounds =
    [
        ("不低于|不少于|不小于|至少|达到|≥|提高到|提升到|提高至|提升至|增加到|增加至|稳定在|保持在|达", ">="),
        ("不高于|不超过|不大于|不多于|控制在|≤|降至|降到|下降到|压减到|压降至", "<="),
        ("超过|高于|大于|突破|超", ">"),
        ("低于|少于|小于", "<"),
    ];

    private static readonly SearchValues<char> Marks = SearchValues.Create(",，。;；:：");

    /// <summary>系数提高到0.58以上: a number that needs no unit.</summary>
    private static readonly Regex Bare = new(
        "(系数|指数|值|比)(?<o>提高到|提升到|达到|不低于|不少于|保持在|降至|降到|不高于|不超过|控制在)(?<n>[0-9]{1,6}(\\.[0-9]{1,4})?)(及?以上|及?以内|及?以下)?([,，。;；、]|$)",
        Patterns.Linear
    );

    /// <summary>The text with titles and quotations blanked, so that positions stay.</summary>
    public static string Open(string text) => Names.Replace(text, match => new string('□', match.Length));

    /// <param name="open">A text from <see cref="Open"/>.</param>
    public static IReadOnlyList<Figure> Find(string open)
    {
        var found = new List<Figure>();
        foreach (Match match in Number.Matches(open))
            if (StandsAlone(open, match.Index) && Read(open, match) is { } figure)
                found.Add(figure);
        foreach (Match match in Bare.Matches(open))
            found.Add(
                new(
                    decimal.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture),
                    "",
                    match.Groups["o"].Value is "降至" or "降到" or "不高于" or "不超过" or "控制在" ? "<=" : ">=",
                    match.Groups["n"].Index,
                    match.Groups["n"].Length,
                    "",
                    false,
                    null
                )
            );
        return found;
    }

    private static bool StandsAlone(string text, int at)
    {
        if (at == 0)
            return true;
        var before = text[at - 1];
        return !char.IsAsciiLetterOrDigit(before)
            && before is not ('第' or '+' or '-' or '~' or '—' or '–' or '/' or '〔' or '.' or ':' or '：');
    }

    private static Figure? Read(string text, Match match)
    {
        var (unit, many, tail) = (match.Groups["u"].Value, match.Groups["m"].Value, match.Groups["tail"].Value);
        var value = decimal.Parse(
            match.Groups["n"].Value.Replace(",", "").Replace("，", ""),
            CultureInfo.InvariantCulture
        );
        // 万元 and 亿元 are units of their own in tables and totals; before anything else 万 multiplies.
        if (unit is "元" && many is "万" or "亿")
            unit = many + unit;
        else
            value *= many switch
            {
                "万" => 10_000,
                "亿" => 100_000_000,
                "千" => 1_000,
                "百" => 100,
                _ => 1,
            };
        value /= 1.0000000000000000000m;
        var (op, doubt) = OpOf(text[..match.Index], tail);
        var noun = Noun(text[(match.Index + match.Length)..]);
        var before = text[..match.Index];
        if (
            (NotCounted.IsMatch(noun) && unit is "个" or "家" or "名" or "部")
            || (unit is "项" && op is null && Items.IsMatch(noun) && !(noun.Length == 0 && Things.IsMatch(before)))
        )
            return null;
        unit = (unit == "％" ? "%" : unit) + match.Groups["per"].Value;
        var figure = new Figure(
            value,
            unit,
            op,
            match.Index,
            match.Length,
            noun,
            IsListed(text, match.Index, unit),
            doubt
        )
        {
            IsMade = noun.Length == 0 && Makes.IsMatch(before),
            IsAttribute =
                (noun.StartsWith('的') && Chosen.IsMatch(before))
                || op is null && (noun.StartsWith('的') || noun.StartsWith('可') || OfSomething.IsMatch(before)),
        };
        return figure.IsTime && (tail.Length == 0 || value > 100) ? null : figure;
    }

    private static (string? Op, string? Doubt) OpOf(string before, string tail)
    {
        foreach (var (words, op) in Bounds)
            if (words.Split('|').Any(before.EndsWith))
                return (op, null);
        if (before.EndsWith("不低") || before.EndsWith("不少"))
            return (">=", "“不低于”一类的词缺字");
        if (AtLeast.IsMatch(before))
            return (">=", null);
        return tail.EndsWith("以上") ? (">=", null)
            : tail.Length > 0 ? ("<=", null)
            : (null, null);
    }

    /// <summary>甲、乙等2个: at least two names stand in front of it, or one of persons (某某等4名委员).</summary>
    private static bool IsListed(string text, int at, string unit)
    {
        var before = text[..at].TrimEnd(' ');
        return before.EndsWith('等')
            && (unit is "名" or "位" || before[(before.AsSpan().LastIndexOfAny(Marks) + 1)..].Contains('、'));
    }

    private static string Noun(string rest)
    {
        if (rest.StartsWith('(') || rest.StartsWith('（'))
            return "";
        var end = 0;
        while (end < rest.Length && end < 30 && (Folding.IsHan(rest[end]) || rest[end] is '(' or '（' or ')' or '）'))
            end++;
        return rest[..end];
    }
}
