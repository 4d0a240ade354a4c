using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms.Contacts;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>登记联络员和电话 after founding.</summary>
public sealed class ContactsModel(Steps steps) : CaseFilePage(steps)
{
    private IReadOnlySet<string> _withLiaison = new HashSet<string>();

    [BindProperty]
    public List<ContactForm> Contacts { get; set; } = [];

    public string? Refused => Rights.To(Actions.KeepContacts).Reason;

    public bool HasLiaison(string unit) => _withLiaison.Contains(unit);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        var given = Contacts.Select(c => new UnitContact(c.Unit, c.Liaison, c.Phone)).ToList();
        return await Do(Id, new KeepContacts(given), "联络员和电话已登记。", _ => Redirect($"/mechanisms/{Id}#seats"));
    }

    protected override async Task Load(Session session)
    {
        const string members = """
            select u.name, u.phone, min(s.position) as place,
                   max(case when s.role = @liaison then 1 else 0 end) as liaisons
              from seat s join unit u on u.id = s.unit where s.mechanism = @Id
             group by u.name, u.phone order by place
            """;
        var liaison = MechanismRole.LiaisonOfficer.ToString();
        var units = await session.Query<MemberUnit>(members, new { Id, liaison });
        _withLiaison = units.Where(u => u.Liaisons > 0).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        if (Contacts.Count == 0)
            Contacts = [.. units.Select(u => new ContactForm { Unit = u.Name, Phone = u.Phone })];
    }

    private sealed record MemberUnit
    {
        public required string Name { get; init; }
        public string? Phone { get; init; }
        public long Liaisons { get; init; }
    }
}
