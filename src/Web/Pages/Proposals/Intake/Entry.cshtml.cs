using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>登记一件, and 更正登记 of one that is there; what is alike in this and earlier years stands beside it.</summary>
[Authorize(Roles = ItemReceivers.Roles)]
[RefusedIsForbidden]
public sealed class EntryModel(Steps steps) : CasePage(steps)
{
    private IReadOnlyDictionary<string, string> _units = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The item to be amended; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public ItemFields Input { get; set; } = new();

    public IReadOnlyList<string> UnitNamesInOrder { get; private set; } = [];
    public IReadOnlyList<(EarlierRuling Ruling, double Share)> Similar { get; private set; } = [];
    public bool IsNew => Id is null;

    private DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    public async Task OnGetAsync()
    {
        if (Id is { } id)
        {
            var (file, _) = await Steps.Look(Me, id);
            await using var session = await Steps.Database.Read();
            var book = await UnitBook.Read(session);
            var signers = await session.Query<SignerRow>(
                "select * from item_signer where case_id = @id order by position",
                new { id }
            );
            Input = ItemFields.Of(file.Item ?? throw new Domain.Refusal("没有找到该建议或提案。"), signers, book.Names);
        }
        else
        {
            Input.ReceivedOn = Today;
            Input.Kind = Me.Is(Role.CppccOffice) ? Domain.Proposals.ItemKind.Proposal : default;
        }
        await Show();
    }

    /// <summary>查重: shows what is alike; nothing is registered.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        await Show();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        var item = Input.AsItem(
            _units,
            name => ModelState.AddModelError("", $"单位名录中没有“{name}”，请从提示中选择。")
        );
        if (!ModelState.IsValid)
            return this.Refuse();
        return Id is { } id
            ? await Do(id, new AmendItem(item), "已更正。", _ => Redirect($"/proposals/{id}"))
            : await Do(
                new Target.New(Items.CaseKindOf(item.Kind), item.Title),
                new RegisterItem(item),
                "已登记。",
                done => Redirect($"/proposals/{done.CaseId}")
            );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        _units = await UnitNames.Read(session, Today);
        UnitNamesInOrder = [.. (await UnitBook.Read(session)).All.Select(u => u.Name)];
        if (!string.IsNullOrWhiteSpace(Input.Title))
            Similar = (await EarlierRulings.Read(session, Me)).Similar(Input.Title, Id, 8);
    }
}
