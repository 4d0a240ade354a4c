using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What names of units look like. Rules of form only: which unit is meant is for the alias table.</summary>
internal static class UnitNames
{
    private const string Suffix =
        "局|委|办|厅|部|会|联|协|院|校|学|府|署|室|中心|公司|集团|银行|分行|支行|支队|总队|大队|社|站|所|馆|台|处|科|海关|关工委|团市委|单位|部门|院校|组|机关|专班|军分区|开发区|高新区|农商行|联社";

    private static readonly Regex Unit = new(
        $"^[^、,，;；。:：“”]{{1,28}}({Suffix})([(（][^()（）]{{1,20}}[)）])?$",
        Patterns.Linear
    );
    private static readonly Regex OwnPlace = new("^[^场社]{1,5}[省市县区州旗镇]", Patterns.Linear);
    private static readonly Regex Carries = new(
        "(局|委|办|厅|总工会|红十字会|联合会|委员会|妇联|残联|文联|侨联|工商联|科协|法院|检察院|中心|支队|供销社|供销合作社|办公室)$",
        Patterns.Linear
    );
    private static readonly Regex NeverCarries = new(
        "^(各|有关|相关|其他|国|中|全|驻|团|武警|军|高新|经开|开发|新区)|(管委会|居委会|村委会|分局|组委会)$|^.$",
        Patterns.Linear
    );
    private static readonly Regex Nameless = new("^(各|有关|相关|其他|全体|市直|县直|区直)", Patterns.Linear);

    private static readonly Regex Sector = new(
        "^(发改|发展改革|教育|科技|工信|经信|工业和信息化|民政|财政|人社|人力资源社会保障|自然资源|国土|生态环境|环保|住建|城建|城乡建设|交通|交通运输|水利|水务|农业|农业农村|林业|商务|文旅|文化|旅游|文化旅游|体育|卫健|卫生|卫生健康|医保|退役军人|应急|应急管理|市场监管|税务|国资|统计|审计|公安|司法|供销|燃气|金融|粮食|信访|城管|消防|气象|工会|共青团|妇联|残联|宣传|组织|网信|政法|统战|编办|民宗|乡村振兴|数据|大数据|邮政|通信|电力)$",
        Patterns.Linear
    );

    /// <summary>发改, 人社: a field of work, not a unit; which unit is meant is not guessed.</summary>
    public static bool IsSector(string text) => text.Length <= 8 && Sector.IsMatch(text);

    /// <summary>A unit, several without names (各区人民政府), or a field of work.</summary>
    public static bool MayBeOne(string text) =>
        LooksLikeOne(text) || (NamesNobody(text) && text.Length <= 20) || IsSector(text);

    /// <summary>Names may quote (某市“无废城市”建设工作领导小组办公室).</summary>
    public static bool LooksLikeOne(string text) =>
        text.Length <= 48 && Unit.IsMatch(text.Replace("“", "").Replace("”", ""));

    /// <summary>A full name with its place, as organs sign: 云溪市财政局, 中共云溪市委办公室.</summary>
    public static bool Signs(string text) =>
        text.Length is >= 5 and <= 30
        && LooksLikeOne(text)
        && !NamesNobody(text)
        && (OwnPlace.IsMatch(text) || text.StartsWith("中共"));

    /// <summary>It begins with a place of its own: 云溪市….</summary>
    public static bool HasPlace(string text) => OwnPlace.IsMatch(text);

    /// <summary>各区人民政府, 有关部门: no single unit, so never "not a member".</summary>
    public static bool NamesNobody(string unit) => Nameless.IsMatch(unit);

    /// <summary>市 of 市教育局, 市委 of 市委组织部; null where the name starts otherwise. 市场监管局 starts with no level.</summary>
    public static string? Level(string unit) =>
        unit.Length < 3 || !"省市县区州旗".Contains(unit[0]) || unit.StartsWith("市场") || unit.StartsWith("区域")
            ? null
        : unit[1] == '委' ? unit[..2]
        : unit[..1];

    /// <summary>Whether 财政局 after 市发改委 is short for 市财政局. Names with a place of their own are not.</summary>
    public static bool LacksLevel(string unit) =>
        Level(unit) is null
        && unit.Length <= 16
        && Carries.IsMatch(unit)
        && !OwnPlace.IsMatch(unit)
        && !NeverCarries.IsMatch(unit);

    /// <summary>
    /// The unit with the level of the one before it, null where it needs none. 市委 carries only to 部 and 办
    /// (市委组织部、宣传部); to the rest of a list its first letter does.
    /// </summary>
    public static string? WithLevel(string level, string unit)
    {
        var ofParty = level.Length > 1;
        if (ofParty && unit.EndsWith('部') && unit.Length <= 8 && Level(unit) is null)
            return level + unit;
        return LacksLevel(unit) ? (ofParty && !unit.EndsWith('办') ? level[..1] : level) + unit : null;
    }

    /// <summary>市政府 and 市人民政府 are one; any other name is itself.</summary>
    public static string OneGovernment(string unit) => unit.EndsWith("人民政府") ? unit[..^4] + "政府" : unit;

    /// <summary>
    /// Whether one name can be a short form of the other: same first and last meaning-bearing letters in order
    /// (市人社局 in 市人力资源和社会保障局). Used to stay silent, never to join two units.
    /// </summary>
    public static bool MayBeSame(string one, string other)
    {
        (one, other) = (OneGovernment(one), OneGovernment(other));
        if (one == other)
            return true;
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (
            shorter.Length < 3
            || longer.Length < shorter.Length + 2
            || shorter[0] != longer[0]
            || shorter[1] != longer[1]
        )
            return false;
        if (shorter[^1] != longer[^1] && !(shorter[^1] == '委' && longer.EndsWith("委员会")))
            return false;
        var found = 0;
        foreach (var letter in longer)
            if (found < shorter.Length && letter == shorter[found])
                found++;
        return found == shorter.Length;
    }
}
