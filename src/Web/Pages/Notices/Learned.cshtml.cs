using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Intake;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices.Learn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>已学用法: what people of the office confirmed, proposed again at every import until it is forgotten.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class LearnedModel(Steps steps) : CasePage(steps)
{
    public IReadOnlyList<LearnedRow> Learned { get; private set; } = [];

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost(LearnedKind kind, string source) =>
        await Do(
            await Steps.HouseCase(),
            new ForgetLearned(kind, source),
            $"不再沿用“{source}”的读法。",
            _ => RedirectToPage()
        );

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        Learned = (await Known.Read(session, Me.Unit, Moment.DayInChina(Steps.Time.GetUtcNow()))).Learned;
    }

    public static string Label(LearnedKind kind) =>
        kind switch
        {
            LearnedKind.Unit => "单位名称",
            LearnedKind.Column => "表头",
            LearnedKind.Status => "台账状态",
            LearnedKind.Recipient => "主送单位",
            LearnedKind.Repair => "时限修复",
        };

    /// <summary>The reading as a person reads it.</summary>
    public static string Reading(LearnedRow row) =>
        row.Kind switch
        {
            LearnedKind.Column => ColumnWords.LabelOfColumn(row.Reading),
            LearnedKind.Status => ColumnWords.LabelOfStatus(row.Reading),
            LearnedKind.Unit or LearnedKind.Recipient or LearnedKind.Repair => row.Reading,
        };
}
