using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Start;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>起草方案: name, joint organs in order, consulted units.</summary>
public sealed class StartModel(Steps steps) : CaseFilePage(steps)
{
    private IReadOnlyDictionary<string, string> _unitIds = new Dictionary<string, string>();

    [BindProperty]
    public Form Input { get; set; } = new();

    public string? Refused => Rights.To(Actions.StartPlan).Reason;

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        var units = Input.Units.Resolve(_unitIds, ModelState, "Input.Units.");
        if (!ModelState.IsValid)
            return this.Refuse();
        return await Do(
            Id,
            new StartPlan(Input.Title, units, Input.Units.Seen),
            "方案已立项，请起草文稿。",
            done => Redirect(done.Opened is [var plan, ..] ? $"/plans/{plan}/draft" : "/plans")
        );
    }

    protected override async Task Load(Session session)
    {
        _unitIds = await UnitNames.Read(session, Today);
        if (HttpMethods.IsGet(Request.Method))
            Input.Units.Lead = Units.Name(Case.Row.OfficeUnit);
    }

    public sealed class Form
    {
        [Display(Name = "方案名称"), StringLength(120)]
        public string Title { get; set; } = "";

        public UnitsForm Units { get; set; } = new();
    }
}

/// <summary>The units of a plan as they are typed.</summary>
public sealed class UnitsForm
{
    [Display(Name = "牵头单位"), StringLength(60)]
    public string Lead { get; set; } = "";

    [Display(Name = "联合发文单位"), MaxLength(2000)]
    public string? Joint { get; set; }

    [Display(Name = "征求意见单位"), MaxLength(4000)]
    public string? Consulted { get; set; }

    [Display(Name = "最后会签的单位"), MaxLength(1000)]
    public string? Later { get; set; }

    [Display(Name = "各单位的意见")]
    public OpinionsSeen Seen { get; set; }

    public static IReadOnlyList<SelectListItem> Settings { get; } =
    [.. Enum.GetValues<OpinionsSeen>().Select(s => new SelectListItem(OpinionsVisible.Label(s), s.ToString()))];

    /// <summary>A plan's units as they were typed.</summary>
    public static UnitsForm Of(PlanRow plan, IReadOnlyList<PlanUnitRow> units, UnitBook names)
    {
        string Names(Func<PlanUnitRow, bool> which) =>
            string.Join("、", units.Where(which).Select(u => names.Name(u.Unit)));
        return new()
        {
            Lead = Names(u => u.Role == PlanRole.Lead),
            Joint = Names(u => u.Role == PlanRole.Joint),
            Consulted = Names(u => u.Role == PlanRole.Consulted),
            Later = Names(u => u.Grp > CountersignGroup.Ordinary),
            Seen = plan.OpinionsSeen,
        };
    }

    /// <summary>The units by id; names nobody knows become errors at their field.</summary>
    public IReadOnlyList<PlanUnit> Resolve(
        IReadOnlyDictionary<string, string> ids,
        ModelStateDictionary errors,
        string prefix
    )
    {
        IReadOnlyList<string> Ids(string? names, string field)
        {
            foreach (var unknown in UnitNames.Split(names).Where(n => !ids.ContainsKey(n)))
                errors.AddModelError(prefix + field, $"没有登记单位“{unknown}”，请核对名称，多个单位用“、”隔开。");
            return [.. UnitNames.Split(names).Where(ids.ContainsKey).Select(n => ids[n]).Distinct()];
        }
        var (lead, joint, consulted) = (Ids(Lead, "Lead"), Ids(Joint, "Joint"), Ids(Consulted, "Consulted"));
        var later = Ids(Later, "Later");
        PlanUnit Unit(string id, PlanRole role) =>
            new(id, role, later.Contains(id) ? CountersignGroup.Guardian : CountersignGroup.Ordinary);
        return
        [
            .. lead.Select(u => Unit(u, PlanRole.Lead)),
            .. joint.Except(lead).Select(u => Unit(u, PlanRole.Joint)),
            .. consulted.Concat(later).Distinct().Except(lead).Except(joint).Select(u => Unit(u, PlanRole.Consulted)),
        ];
    }
}
