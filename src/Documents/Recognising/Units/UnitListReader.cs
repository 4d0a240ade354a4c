using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Collects the units of one expression; the prefix carries over from one list to the next.</summary>
internal sealed class UnitListReader
{
    private const int LongestName = 30;

    private static readonly Regex Count = new(
        "等(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})?(个|家)?(成员|有关|相关)?(部门|单位|部委|委局|部门和单位|部门单位)?$",
        Patterns.Linear
    );
    private static readonly Regex Duty = new(
        "(按(照)?(各自)?职责(分工)?(共同)?(负责|落实|分工)?|(各自)?(分工|共同|分别)(负责|配合|落实|参与)|负责(落实)?|(具体)?(配合|实施|落实)|参与|参加)$",
        Patterns.Linear
    );
    private static readonly Regex Leads = new(
        "([(（](共同|联合)?(牵头|主办)[)）]|(共同|联合)?牵头(负责|落实)?)$",
        Patterns.Linear
    );
    private static readonly Regex Introduces = new("^(联合|会同|由|协同|商)", Patterns.Linear);
    private static readonly Regex Timed = new(
        "[0-9]月|(19|20)[0-9]{2}|[底末]前|期间|持续|长期|工作日|年底|(完成|实施|推进)$|[0-9]个?(日|天|月|年)之?内|^(全年|常年|每(年|季|月)|逐年|年内|今年|(上|下)半年|第?[一二三四]季度|立即|尽快|适时|及时)|节前|汛期|[上中下]旬",
        Patterns.Linear
    );
    private static readonly Regex And = new(
        "^(?<a>[省市县区].{1,14}(局|委|办|会|院|部|府|学|中心))(和|及|以及|与|会同|联合|协同|商)(?<b>([省市县区]|各).{1,16})$",
        Patterns.Linear
    );

    private static readonly Regex AreasOnly = new(
        "^各([区县市镇乡州旗]|乡镇|街道|县区|区县)(、[区县市镇乡州旗]([(（][区县市][)）])?)*$",
        Patterns.Linear
    );
    private readonly List<NamedUnit> lead = [];
    private readonly List<NamedUnit> responsible = [];
    private readonly List<NamedUnit> sharing = [];
    private string? level;
    private string? time;
    private int group;
    private int? stated;
    private string? doubt;

    public void Read(string list, bool asLead)
    {
        foreach (var (before, piece) in Pieces(list.Trim()))
        {
            if (before is ',' or '，')
                group++;
            if (before is ',' or '，' or ';' or '；')
                sharing.Clear();
            if (Folding.Squeeze(piece) is not { Length: > 0 } name)
                continue;
            if (IsTime(name))
                time = time is null ? name : $"{time}，{name}";
            else
                Add(name, asLead);
        }
    }

    /// <summary>各区、县（市）人民政府 is one expression: 各区 alone ends before what it is.</summary>
    private static IEnumerable<(char Before, string Piece)> Pieces(string list)
    {
        (char Before, string Piece)? open = null;
        foreach (
            var (before, piece) in Brackets.SplitOutside(
                list,
                sign => sign is '、' or ',' or '，' or ';' or '；' or '\t' or ' ' or '\n'
            )
        )
        {
            var joined = open is { } kept && before is '、' ? (kept.Before, $"{kept.Piece}、{piece}") : (before, piece);
            if (open is { } left && before is not '、')
                yield return left;
            open = AreasOnly.IsMatch(Folding.Squeeze(joined.Item2)) ? joined : null;
            if (open is null)
                yield return joined;
        }
        if (open is { } last)
            yield return last;
    }

    public UnitList Finish(string raw, string? labelledTime) =>
        new(raw, lead, responsible, stated, labelledTime ?? time, doubt ?? Uncounted());

    private string? Uncounted() =>
        stated is { } count && count != lead.Count + responsible.Count
            ? $"写明 {count} 个单位,列出 {lead.Count + responsible.Count} 个"
            : null;

    /// <summary>2024年9月底前完成 among units is their time, not a unit.</summary>
    private static bool IsTime(string piece) =>
        Timed.IsMatch(piece)
        && !UnitNames.LooksLikeOne(piece)
        && TimeExpression.Read(piece, null)
            is { Value.Kind: not Domain.Texts.Deadlines.DeadlineKind.Ambiguous }
                or { Value.Date: not null }
                or { Doubt: "没有写明年份,无法确定日期" };

    private void Add(string piece, bool asLead)
    {
        var name = WithoutCount(Introduces.Replace(piece, ""));
        var leads = Leads.Match(name);
        if (leads.Success)
        {
            (name, asLead) = (name[..leads.Index], true);
            ShareLead();
        }
        name = WithoutCount(Duty.Replace(name, "").TrimEnd('。'));
        if (And.Match(name) is { Success: true } two && UnitNames.LooksLikeOne(two.Groups["b"].Value))
        {
            AddOne(two.Groups["a"].Value, asLead);
            name = two.Groups["b"].Value;
        }
        if (RunTogether(name) is { } border)
        {
            doubt ??= $"“{name}”像是两个单位之间缺了顿号,已分开,请核对";
            AddOne(name[..border], asLead);
            name = name[border..];
        }
        if (name.Length > 0)
            AddOne(name, asLead);
    }

    /// <summary>县农业局县财政局: where the second of two units of one level begins, or null.</summary>
    private static int? RunTogether(string name)
    {
        if (UnitNames.Level(name) is not { } level)
            return null;
        for (var at = name.IndexOf(level, 1); at > 0; at = name.IndexOf(level, at + 1))
            if (
                "局委办厅院社".Contains(name[at - 1])
                && UnitNames.LooksLikeOne(name[..at])
                && UnitNames.LooksLikeOne(name[at..])
                && UnitNames.Level(name[at..]) is not null
            )
                return at;
        return null;
    }

    /// <summary>市教育局、市财政局牵头: 牵头 counts for all in front of it up to the last comma.</summary>
    private void ShareLead()
    {
        foreach (var unit in sharing)
            if (responsible.Remove(unit))
                lead.Add(unit);
        sharing.Clear();
    }

    private string WithoutCount(string name)
    {
        var count = Count.Match(Duty.Replace(name, ""));
        if (!count.Success || (count.Length == 1 && name.Length <= 3))
            return name;
        if (count.Groups["n"].Success)
            stated = Numerals.Count(count.Groups["n"].Value);
        else
            doubt ??= "单位后有“等”字,未列全";
        return name[..count.Index];
    }

    private void AddOne(string name, bool asLead)
    {
        var full = level is null ? null : UnitNames.WithLevel(level, name);
        name = full ?? name;
        level = UnitNames.Level(name) ?? level;
        if (name.Length > LongestName)
            doubt ??= $"“{name[..LongestName]}…”不像单位名称";
        else if (!UnitNames.LooksLikeOne(name) && !UnitNames.NamesNobody(name))
            doubt ??= UnitNames.IsSector(name)
                ? $"“{name}”只写了行业,没有写明单位,请对应到单位"
                : $"“{name}”不像单位名称";
        var unit = new NamedUnit(name, full is not null, group);
        (asLead ? lead : responsible).Add(unit);
        if (!asLead)
            sharing.Add(unit);
    }
}
