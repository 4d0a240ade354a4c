using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// A roster that is told in sentences: 由副市长甲担任总召集人, and 联席会议由市发改委、市财政局等15个部门组成.
/// </summary>
internal static class RosterProse
{
    private static readonly Regex Heads = new(
        "(^|[由,，。;；])(?<u>[^由,，。;；:：]{4,60}?)(同志)?(担任|任|兼任)(联席会议|领导小组|专班)?(?<r>总召集人|第一召集人|召集人|副总召集人|副召集人|常务副召集人|组长|常务副组长|副组长)",
        Patterns.Linear
    );
    private static readonly Regex Consists = new(
        "(联席会议|领导小组|委员会|专班|指挥部)由(?<u>[^。;；:：]{6,600}?)(等(?<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})?个?(部门|单位|成员单位|部门和单位|部门、单位|部门（单位）)?)?组成",
        Patterns.Linear
    );
    private const int FewestUnits = 3;

    /// <summary>Those that no list names in that part already, each with a doubt.</summary>
    public static IEnumerable<Person> Persons(Sheet sheet, IReadOnlyList<Person> listed) =>
        from line in Untaken(sheet)
        from Match match in Heads.Matches(line.Squeezed)
        let role = match.Groups["r"].Value
        where !listed.Any(person => person.Role == role)
        from piece in match.Groups["u"].Value.Split('、')
        let person = PersonLine.Behind(piece, line.Number)
        where person is not null
        select person with
        {
            Role = role,
            Doubt = $"由正文“……担任{role}”推定,姓名与职务的分界请核对",
        };

    /// <summary>The units it consists of, where a sentence lists them and all look like units.</summary>
    public static IEnumerable<string> Units(Sheet sheet) =>
        from line in Untaken(sheet)
        from Match match in Consists.Matches(line.Squeezed)
        let units = UnitsExpression.ParseList(match.Groups["u"].Value.Replace('和', '、')).All
        where units.Count >= FewestUnits && units.All(UnitNames.LooksLikeOne)
        from unit in units
        select unit;

    private static IEnumerable<Line> Untaken(Sheet sheet) => sheet.Lines.Where((_, at) => !sheet.IsTaken(at));
}
