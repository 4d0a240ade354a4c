using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms.Substitute;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>成员替补 on one seat, under the mechanism's own rule.</summary>
public sealed class SubstituteModel(Steps steps) : CaseFilePage(steps)
{
    private const string OneSeat = """
        select s.id as seat_id, s.unit, s.role, t.person_name, t.post, t.phone, t.from_day, t.to_day, t.basis
          from seat s left join tenure t on t.seat = s.id and t.state = 'InForce'
         where s.mechanism = @Id and s.id = @Seat order by t.from_day
        """;

    /// <summary>Which seat.</summary>
    [BindProperty(SupportsGet = true)]
    public string Seat { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public SeatView SeatNow { get; private set; } = null!;
    public SubstitutionMode Mode { get; private set; }

    public string? Refused => Rights.To(Actions.Substitute).Reason;

    public IReadOnlyList<SelectListItem> Consents =>
        Mode switch
        {
            SubstitutionMode.Automatic => [Choice(SubstitutionConsent.None)],
            SubstitutionMode.ConvenorConsent =>
            [
                Choice(SubstitutionConsent.None),
                Choice(SubstitutionConsent.Convenor),
                Choice(SubstitutionConsent.Meeting),
            ],
            SubstitutionMode.MeetingConfirms => [Choice(SubstitutionConsent.None), Choice(SubstitutionConsent.Meeting)],
        };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        var command = new SubstituteMember(
            Seat,
            Input.PersonName,
            Input.Post,
            Input.From!.Value,
            Input.Basis,
            Input.Consent
        );
        return await Do(Id, command, "已办理成员替补。", _ => Redirect($"/mechanisms/{Id}#seats"));
    }

    protected override async Task Load(Session session)
    {
        var rows = await session.Query<SeatTenureRow>(OneSeat, new { Id, Seat });
        SeatNow = rows.Count == 0 ? throw new Refusal("没有找到该席位。") : SeatView.Of(rows);
        var mode = await session.Scalar<string>("select substitution from mechanism where case_id = @Id", new { Id });
        Mode = Enum.Parse<SubstitutionMode>(mode!);
    }

    private static SelectListItem Choice(SubstitutionConsent consent) =>
        new(
            consent switch
            {
                SubstitutionConsent.None => "尚未取得同意",
                SubstitutionConsent.Convenor => "召集人已同意",
                SubstitutionConsent.Meeting => "联席会议已确定",
            },
            consent.ToString()
        );

    public sealed class Form
    {
        [Display(Name = "接任同志姓名"), StringLength(30)]
        public string PersonName { get; set; } = "";

        [Display(Name = "职务"), StringLength(60)]
        public string Post { get; set; } = "";

        [Display(Name = "接任日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "依据"), StringLength(200)]
        public string Basis { get; set; } = "";

        [Display(Name = "同意情况")]
        public SubstitutionConsent Consent { get; set; }
    }
}
