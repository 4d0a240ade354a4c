using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Intake;

/// <summary>What the importer wants a person to look at.</summary>
internal static class Findings
{
    public static Proposed Proposal(Finding finding, Places places, MonthEntryProposals months) =>
        places.Proposed(
            ProposalKind.Finding,
            Label(finding.Kind),
            finding.Line,
            ProposalValues.Write(
                new ProposedFinding(
                    finding.Kind.Word(),
                    AtItsPlace(finding, places),
                    finding.Row is { } row ? $"{row}" : months.RowOf(finding),
                    finding.Units
                )
                {
                    Repair = finding.Repair,
                    Support = finding.Support,
                    Values = finding.Values,
                    Confidence = finding.Confidence,
                }
            ),
            finding.Repair is { } repair ? $"原文可能是：{repair}" : "请对照原文核对"
        );

    /// <summary>The importer counts the lines of the file; the page counts a row of a table as one line.</summary>
    private static string AtItsPlace(Finding finding, Places places)
    {
        var said = $"第 {finding.Line} 行";
        return finding.Text.StartsWith(said, StringComparison.Ordinal) && places.PlaceOf(finding.Line) is { } place
            ? $"第 {place} 行{finding.Text[said.Length..]}"
            : finding.Text;
    }

    private static string Label(FindingKind kind) =>
        kind switch
        {
            FindingKind.TaskUnitNotMember => "有任务的单位不在名单",
            FindingKind.MemberWithoutTask => "成员单位没有任务",
            FindingKind.UnitsDifferFromBody => "责任单位与正文不一致",
            FindingKind.JointLead => "两个以上牵头单位",
            FindingKind.DamagedText => "文字缺损",
            FindingKind.CountMismatch => "数量不符",
            FindingKind.SumMismatch => "合计不符",
            FindingKind.LostFigure => "原文缺失",
            FindingKind.ClaimContradicted => "与自身数字矛盾",
            FindingKind.SectorNames => "只写行业未写单位",
            FindingKind.DeadlinesDiffer => "时限与正文不一致",
            FindingKind.FiguresDiffer => "数字与正文不一致",
            FindingKind.Unread => "没有读入，请对照原文",
        };
}
