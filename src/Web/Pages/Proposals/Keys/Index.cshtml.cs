using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.AccessKeys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Keys;

/// <summary>接口密钥: by one of these another system works for this account, such as the unit's own. A key is shown once.</summary>
[Authorize(Roles = $"{ItemReceivers.Roles},{nameof(Role.OfficeClerk)},{nameof(Role.Liaison)},{nameof(Role.Head)}")]
public sealed class KeysModel(Steps steps) : CasePage(steps)
{
    private const int UsualMonths = 6;

    [BindProperty, Display(Name = "使用该密钥的系统")]
    public string? Label { get; set; }

    [BindProperty, Display(Name = "有效期至")]
    public DateOnly? ExpiresOn { get; set; }

    public IReadOnlyList<AccessKeyRow> Keys { get; private set; } = [];

    /// <summary>The key just made; it cannot be shown again.</summary>
    public string? Made { get; private set; }

    public DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    public async Task OnGetAsync()
    {
        ExpiresOn = Today.AddMonths(UsualMonths);
        await Show();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var key = AccessKeys.New();
        try
        {
            var make = new MakeAccessKey(key, Label ?? "", ExpiresOn ?? Today.AddMonths(UsualMonths));
            // A form handed in twice makes no second key; the first one was shown on the page that was left.
            var done = await Steps.Act(Me, new Target.Existing(await Steps.HouseCase()), make, Once);
            Made = done.Repeated ? null : key;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            await Show();
            return this.Refuse();
        }
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(string hash) =>
        await Do(await Steps.HouseCase(), new EndAccessKey(hash), "已停用。", _ => Redirect("/proposals/keys"));

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        Keys = await session.Query<AccessKeyRow>(
            "select * from access_key where account = @Id order by made_at desc",
            new { Me.Id }
        );
    }
}
