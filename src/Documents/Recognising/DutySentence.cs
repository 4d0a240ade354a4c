using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>A sentence that makes somebody report: 各成员单位每季度末月25日前将进展情况报送联席会议办公室.</summary>
internal static class DutySentence
{
    private const int Longest = 160;
    private static readonly Regex Reports = new(
        "报送|上报|填报|提交|报(告)?(至|给|到|市|县|区|省|州|联席会议)|向[^,，。;；]{2,24}报告",
        Patterns.Linear
    );
    private static readonly Regex Who = new(
        "(?<w>各[\u4e00-\u9fa5]{1,12}?(成员单位|单位|部门|县区|区县|学校|院校|企业|乡镇|街道|科室|处室|医院|社区|公司|局|委|办|[区县市校镇地])(和[\u4e00-\u9fa5]{2,10}单位)?|(牵头|责任|成员|主办)单位)",
        Patterns.Linear
    );
    private static readonly Regex To = new(
        "(向|报送?(至|给|到)?|报告?(至|给|到)?|提交(至|给)?|上报(至|给)?)(?<to>[\u4e00-\u9fa5]{0,14}?(办公室|专班|[市县区省州](委|政府|人民政府)|[局委办部厅]))",
        Patterns.Linear
    );
    private static readonly Regex What = new(
        "(将|把|报送|上报|填报|提交|报告)(?<w>[^,，。;；:：将把向]{2,30}(情况|进展|总结|报告|报表|台账|数据|信息|材料|清单|名单|统计表|方案|计划|汇总表))",
        Patterns.Linear
    );
    private static readonly Regex Once = new(
        "(?<d>((19|20)[0-9]{2}年)?[0-9]{1,2}月([0-9]{1,2}日|底|上旬|中旬|下旬)(之前|以前|前))",
        Patterns.Linear
    );

    public static IEnumerable<Duty> Read(Line line, Clause? clause, DateOnly? issued)
    {
        foreach (var sentence in line.Squeezed.Split('。', ';', '；'))
            if (
                sentence.Length <= Longest
                && Reports.IsMatch(sentence)
                && Of(sentence, line, clause, issued) is { } duty
            )
                yield return duty;
    }

    private static Duty? Of(string sentence, Line line, Clause? clause, DateOnly? issued)
    {
        var (who, to, what) = (Who.Match(sentence), To.Match(sentence), What.Match(sentence));
        var again = TimePeriods.Expression(sentence);
        var due =
            again is { HasDay: true } ? again.Value.Raw
            : Once.Match(sentence) is { Success: true } once ? once.Groups["d"].Value
            : null;
        // Without a time it is no duty that can fall due; without a reporter and an addressee it is a manner of speaking.
        if (!what.Success || (again is null && due is null) || (!who.Success && !to.Success))
            return null;
        return new(
            0,
            what.Groups["w"].Value,
            null,
            who.Success ? who.Groups["w"].Value : null,
            who.Success,
            to.Success ? to.Groups["to"].Value : null,
            again?.Period,
            due is null ? null : TimeExpression.Read(due, issued),
            [],
            false,
            clause?.Number,
            sentence,
            line.Number
        );
    }
}
