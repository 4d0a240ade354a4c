using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>
/// 导出 in the column order of the platform outside: the order is remembered for the office, and the trail keeps who took
/// how many items with the contact data of their signers along.
/// </summary>
public sealed record ExportItems(string Headings, int Count, bool WithContacts)
    : ActionCommand(ProposalActions.ExportItems)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Count == 0)
            throw new Refusal("没有可导出的件。");
        var unit = step.Actor.Unit ?? throw new Refusal("您的账号没有所属单位，不能导出。");
        await step.Session.Execute("delete from platform_columns where office_unit = @unit", new { unit });
        await step.Session.Execute(
            "insert into platform_columns (office_unit, headings) values (@unit, @Headings)",
            new { unit, Headings }
        );
        step.Say($"按外部平台列序导出 {Count} 件{(WithContacts ? "（含提出人联系方式）" : "")}", new { Headings });
    }
}
