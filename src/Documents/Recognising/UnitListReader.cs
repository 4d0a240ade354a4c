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
        "(按(照)?(各自)?职责(分工)?(负责|落实)?|分工负责|共同(负责|配合)|负责(落实)?|配合|参与|参加)$",
        Patterns.Linear
    );
    private static readonly Regex Leads = new("([(（](牵头|主办)[)）]|牵头(负责)?)$", Patterns.Linear);
    private static readonly Regex Introduces = new("^(联合|会同|由|协同|商)", Patterns.Linear);
    private static readonly Regex And = new(
        "^(?<a>[省市县区].{1,14}(局|委|办|会|院|部|府|学|中心))(和|及|以及|与)(?<b>([省市县区]|各).{1,16})$",
        Patterns.Linear
    );

    private readonly List<NamedUnit> lead = [];
    private readonly List<NamedUnit> responsible = [];
    private string? level;
    private int group;
    private int? stated;
    private string? doubt;

    public void Read(string list, bool asLead)
    {
        var text = TakeCount(list.Trim());
        foreach (
            var (before, piece) in Brackets.SplitOutside(
                text,
                sign => sign is '、' or ',' or '，' or ';' or '；' or '\t' or ' '
            )
        )
        {
            if (before is ',' or '，')
                group++;
            if (Folding.Squeeze(piece) is { Length: > 0 } name)
                Add(name, asLead);
        }
    }

    public UnitList Finish(string raw, string? time) => new(raw, lead, responsible, stated, time, doubt);

    private string TakeCount(string text)
    {
        text = Duty.Replace(text, "").TrimEnd(',', '，', '、', ' ');
        var count = Count.Match(text);
        if (!count.Success)
            return text;
        if (count.Groups["n"].Success)
            stated = Numerals.Count(count.Groups["n"].Value);
        else
            doubt ??= "单位后有“等”字,未列全";
        return text[..count.Index];
    }

    private void Add(string piece, bool asLead)
    {
        var name = Introduces.Replace(piece, "");
        var leads = Leads.Match(name);
        if (leads.Success)
            (name, asLead) = (name[..leads.Index], true);
        name = Duty.Replace(name, "").TrimEnd('。');
        if (name.EndsWith('等') && name.Length > 3)
            (name, doubt) = (name[..^1], doubt ?? "单位后有“等”字,未列全");
        if (And.Match(name) is { Success: true } two && UnitNames.LooksLikeOne(two.Groups["b"].Value))
        {
            AddOne(two.Groups["a"].Value, asLead);
            name = two.Groups["b"].Value;
        }
        if (name.Length > 0)
            AddOne(name, asLead);
    }

    private void AddOne(string name, bool asLead)
    {
        var full = level is null ? null : UnitNames.WithLevel(level, name);
        name = full ?? name;
        level = UnitNames.Level(name) ?? level;
        if (name.Length > LongestName)
            doubt ??= $"“{name[..LongestName]}…”不像单位名称";
        else if (!UnitNames.LooksLikeOne(name) && !UnitNames.NamesNobody(name))
            doubt ??= $"“{name}”不像单位名称";
        (asLead ? lead : responsible).Add(new(name, full is not null, group));
    }
}
