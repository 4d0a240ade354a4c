using System.Text;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Web.Cli;

/// <summary>What was recognised, for a person at the command line.</summary>
internal static class ImportSummary
{
    public static string Of(Notice notice, Applied? applied)
    {
        var text = new StringBuilder();
        void Line(string label, object? value) => text.AppendLine($"{label}：{value ?? "（来文未载明）"}");
        var heading = notice.Heading;
        Line("标题", heading.Title?.Value ?? notice.Ledger?.Title?.Value);
        Line("发文字号", heading.Number?.Value.Canonical ?? heading.Number?.Value.Raw);
        Line("发文机关", heading.Issuer?.Value);
        Line("成文日期", heading.Issued?.Value is { } day ? Kit.When.Day(day) : null);
        Line("主送", heading.Recipients.Count == 0 ? null : string.Join("、", heading.Recipients.Select(r => r.Value)));
        Line("引用文件", $"{notice.Citations.Count} 件");
        Line("联席会议", notice.Roster?.Name?.Value);
        Line("名单", $"{notice.Roster?.Persons.Count ?? 0} 人，{notice.Roster?.MemberUnits.Count ?? 0} 个单位");
        Line("正文条款", $"{notice.Clauses.Count} 条");
        if (notice.Ledger is { } ledger)
            Line("台账截至日期", ledger.AsOf is { } asOf ? Kit.When.Day(asOf.Value) : null);
        Line("任务", notice.Tasks.Count == 0 ? "没有任务分工表" : $"{notice.Tasks.Count} 项");
        var repaired = notice.Tasks.Where(row => row.Deadline?.Value.Repaired is not null).ToList();
        Line("时限修复", $"{repaired.Count} 处");
        foreach (var row in repaired)
            text.AppendLine($"  第 {row.Number} 项：“{row.Deadline!.Value.Raw}” → “{row.Deadline.Value.Repaired}”");
        Line("存疑事项", $"{notice.Findings.Count} 项");
        foreach (var finding in notice.Findings)
            text.AppendLine($"  第 {finding.Line} 行：{finding.Text}");
        foreach (var remark in notice.Remarks)
            Line("说明", remark);
        if (applied is null)
            text.Append("以上只是识别结果，没有保存。导入系统请加 --apply --as 登录名。");
        else
        {
            Line("已导入", applied.Path);
            Line("无疑义，已采纳", $"{applied.Accepted} 项");
            var pending = string.Join("，", applied.Pending.Select(kind => $"{kind.Key} {kind.Value} 项"));
            text.Append($"待确认：{(pending.Length == 0 ? "无" : pending + "。请在浏览器中打开上面的地址逐项确认。")}");
        }
        return text.ToString();
    }
}
