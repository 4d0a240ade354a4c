using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What is to be reported: 将…报送, 报送…, 作出书面报告.</summary>
internal static class DutyName
{
    private static readonly Regex What = new(
        "(^|[^未不])(将|把|报送|上报|填报|提交|报告|反馈|制定|拟定|编制|形成|更新|作出|出具)(?<w>[^,，。;；:：将把向]{0,30}(情况|进展|总结|报告|报表|台账|数据|信息|材料|清单|名单|统计表|登记表|方案|计划|汇总表|分析|进度|动态|小结|成果|申请|专报|说明|意见|结果))",
        Patterns.Linear
    );
    private static readonly Regex Titled = new("(将|把|报送|上报|填报|提交)《(?<w>[^《》]{2,30})》", Patterns.Linear);
    private static readonly Regex Handed = new(
        "(将|把)(?<w>[^,，。;；:：将把向]{2,30}?)(报|送|提交|反馈)",
        Patterns.Linear
    );
    private static readonly Regex AtEnd = new(
        "(报送|上报|填报|提交)(?<w>[^,，。;；:：将把向至到给]{2,16})([,，]|$)",
        Patterns.Linear
    );

    /// <summary>实行月报制度，…上报: it has no other name.</summary>
    private static readonly Regex Called = new("(?<w>(半年|[年季月旬周日])报)(制度|[,，]|$)", Patterns.Linear);

    public static string? In(string part) =>
        // 通报报送情况: there 报送 is no verb.
        new[] { Titled, What, Handed, AtEnd }
            .Select(pattern => pattern.Match(part))
            .FirstOrDefault(match =>
                match.Success
                && (
                    match.Groups["w"].Length > 2
                    || match.Value.Contains('将')
                    || match.Value.Contains('把')
                    || match.Groups["w"].Value is "进展" or "总结" or "小结" or "台账" or "报表" or "名单" or "方案"
                )
            )
            ?.Groups["w"]
            .Value
        ?? (Called.Match(part) is { Success: true } called ? called.Groups["w"].Value : null);
}
