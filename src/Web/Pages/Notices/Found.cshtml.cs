using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Intake;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Mechanisms;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms.Contacts;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Found;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>建立联席会议: what the notice does not state, and what speaks against founding as it stands.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class FoundModel(Steps steps) : NoticePage(steps)
{
    [BindProperty, Display(Name = "联席会议名称"), MaxLength(80)]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "建立文件的文号"), MaxLength(60)]
    public string? DocumentNumber { get; set; }

    [BindProperty, Display(Name = "建立文件的标题"), MaxLength(300)]
    public string DocumentTitle { get; set; } = "";

    [BindProperty, Display(Name = "成文日期")]
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Asked for where the rows say how far they have come.</summary>
    [BindProperty, Display(Name = "分工表进展的截至日期")]
    public DateOnly? AsOf { get; set; }

    [BindProperty, Display(Name = "办公室所在单位"), MaxLength(60)]
    public string OfficeUnit { get; set; } = "";

    [BindProperty, Display(Name = "成员变动如何替补")]
    public SubstitutionMode Substitution { get; set; }

    [BindProperty]
    public List<ContactForm> Contacts { get; set; } = [];

    public StatedFacts Stated { get; private set; } = new();

    public static IReadOnlyList<SelectListItem> Modes { get; } =
    [.. Enum.GetValues<SubstitutionMode>().Select(mode => new SelectListItem(StatedFacts.Label(mode), $"{mode}"))];

    /// <summary>The confirmed roster.</summary>
    public IReadOnlyList<ProposedPerson> People => Taken<ProposedPerson>(ProposalKind.Person);

    /// <summary>Rows of the annex and matters of a month plan that become tasks.</summary>
    public int Tasks => Taken<ProposedTask>(ProposalKind.Task).Count + Matters;

    /// <summary>Those of a month plan alone.</summary>
    public int Matters => Taken<ProposedMonthEntry>(ProposalKind.MonthEntry).Sum(entry => entry.Matters.Count);

    public IEnumerable<string> Units => People.Select(p => p.Unit).Where(unit => unit.Length > 0).Distinct();

    /// <summary>What a person should know about members and tasks before founding.</summary>
    public IReadOnlyList<string> Warnings =>
        [
            .. People.Where(p => p.Unit.Length == 0).Select(p => $"名单中“{p.Name}”没有单位，请先更正，否则不能建立。"),
            .. Proposals
                .Where(p => p.Kind == ProposalKind.Finding && p.State != ProposalState.Rejected)
                .Select(p => ProposalValues.Read<ProposedFinding>(p.Value))
                .Where(finding => finding.Kind is "taskUnitNotMember" or "memberWithoutTask")
                .Select(finding => finding.Text),
            .. AddresseesMissing,
            .. EntriesUndecided > 0
                ? (string[])
                    [
                        $"还有 {EntriesUndecided} 项月度安排没有写明由谁办理或是哪一年，没有更正的不会转为任务，建立后不能再确认。",
                    ]
                : [],
            .. FiguresUndecided > 0
                ? (string[])
                    [$"还有 {FiguresUndecided} 项目标、指标没有确认，建立后不能再确认，也不会显示在任务页面上。"]
                : [],
        ];

    /// <summary>What is in the field is not what the source says: characters are lost there.</summary>
    public string? NumberHint =>
        Stated.DocumentNumber is { } proposed && Notice.DocumentNumber is { } written && proposed != written
            ? $"来文写作“{written}”，有缺损；这里是建议写法，请对照原件核对"
            : null;

    /// <summary>The rows say how far they have come, as a running ledger does.</summary>
    public bool SaysProgress => Taken<ProposedTask>(ProposalKind.Task).Any(task => task.Ledger is not null);

    /// <summary>Why a part of the head is to be looked at here; null where it is confirmed or beyond doubt.</summary>
    public string? HintOf(HeadingField field) =>
        Proposals.FirstOrDefault(p =>
            p.Kind is ProposalKind.Heading && ProposalValues.Read<ProposedHeading>(p.Value).What == field
        ) switch
        {
            { State: ProposalState.Rejected } => "识别结果没有采纳，请按原件填写",
            { State: ProposalState.Pending, Doubt: { } doubt } => $"{doubt}；请对照原件核对",
            _ => null,
        };

    public void OnGet()
    {
        DocumentTitle = Notice.Title ?? "";
        IssuedOn = Notice.IssueDate;
        AsOf = Stated.AsOf;
        Name = Stated.Name ?? "";
        DocumentNumber = Stated.DocumentNumber ?? Notice.DocumentNumber;
        OfficeUnit = User.FindFirst(LocalSignIn.UnitName)?.Value ?? Stated.OfficeUnit ?? "";
        Substitution = Stated.Substitution ?? SubstitutionMode.ConvenorConsent;
        Contacts = [.. Units.Select(unit => new ContactForm { Unit = unit })];
    }

    public Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
            return Task.FromResult<IActionResult>(this.Refuse());
        var contacts = Contacts.Select(c => new UnitContact(c.Unit, c.Liaison, c.Phone)).ToList();
        return Do(
            Id,
            new FoundMechanism(Name, OfficeUnit, Substitution, contacts)
            {
                DocumentNumber = DocumentNumber,
                DocumentTitle = DocumentTitle,
                IssuedOn = IssuedOn,
                AsOf = SaysProgress ? AsOf : null,
            },
            $"已建立“{Name}”。",
            done =>
                done.Opened is [var mechanism, ..] ? Redirect($"/mechanisms/{mechanism}") : Redirect($"/notices/{Id}")
        );
    }

    protected override async Task Show()
    {
        await base.Show();
        Stated = StatedFacts.Read(Notice.Json);
    }

    private List<T> Taken<T>(ProposalKind kind) =>
        [.. Proposals.Where(p => p.Kind == kind && p.IsTaken).Select(p => ProposalValues.Read<T>(p.Value))];

    /// <summary>The roster seats a liaison officer of that unit; one need not be entered again.</summary>
    public bool HasLiaison(string unit) =>
        People.Any(p => p.Unit == unit && p.Role == MechanismRoles.Label(MechanismRole.LiaisonOfficer));
}
