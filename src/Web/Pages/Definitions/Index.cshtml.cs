using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Definitions.Import;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>流程设置: the lifecycles of the house, and the form to import a changed one.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class IndexModel(Steps steps) : CasePage(steps)
{
    [BindProperty, Display(Name = "流程定义文件")]
    public IFormFile? Definition { get; set; }

    [BindProperty, Display(Name = "导入说明"), MaxLength(200)]
    public string? Note { get; set; }

    /// <summary>The newest version of each.</summary>
    public IReadOnlyList<DefinitionPage.VersionLine> Lifecycles { get; private set; } = [];

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        if (Definition is null)
            ModelState.AddModelError(nameof(Definition), "请选择流程定义文件。");
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        using var file = new StreamReader(Definition!.OpenReadStream());
        return await Do(
            await Steps.HouseCase(),
            new ImportLifecycle(await LifecycleReader.Text(file), Note),
            "已导入，新的事项按新版本办理。",
            _ => RedirectToPage("Index")
        );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        await Steps.Lifecycles.ReadAll(session);
        var business = Steps.Lifecycles.All.Where(l => l.Id != BusinessOnly.House);
        var newest = business.GroupBy(l => l.Id).Select(g => g.MaxBy(l => l.Version)!);
        Lifecycles = await DefinitionPage.Read(session, newest);
    }
}
