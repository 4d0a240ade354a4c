using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Definitions.Presets;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>修改流程: optional steps on and off, and the inputs of rounds, from what there is or from a preset.</summary>
public sealed class EditModel(Steps steps) : DefinitionPage(steps)
{
    /// <summary>A preset to begin from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Preset { get; set; }

    /// <summary>The version that was shown.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public List<StepForm> Rounds { get; set; } = [];

    [BindProperty, Display(Name = "修改说明"), MaxLength(200)]
    public string? Note { get; set; }

    public IReadOnlyList<Preset> Presets => Workflows.Definitions.Presets.Preset.For(Id);

    public Preset? Chosen => Presets.FirstOrDefault(p => p.Id == Preset);

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        await Show();
        var shown = Numbered(BasedOn, Newest);
        var edits = Rounds.Where(r => shown.Nodes.GetValueOrDefault(r.Node) is Node.Step).ToList();
        return await Do(
            await Steps.HouseCase(),
            new EditLifecycle(Id, BasedOn, [.. edits.Select(r => r.AsEdit(shown.Step(r.Node)))], Note),
            "已保存为新的版本，新的事项按它办理。",
            _ => RedirectToPage("Details", new { id = Id })
        );
    }

    protected override void Load()
    {
        if (Id == BusinessOnly.House)
            throw new Refusal("“系统设置”不是业务流程，不能修改。");
        if (HttpMethods.IsPost(Request.Method))
            return;
        BasedOn = Newest.Version;
        Rounds = StepForm.Of(Newest);
        if (Chosen is not { } preset)
            return;
        Note = $"按起步方案“{preset.Name}”";
        foreach (var step in preset.Steps)
            Rounds.Find(r => r.Node == step.Node)?.Take(step);
    }
}
