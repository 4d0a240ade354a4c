using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>A page about one suggestion or proposal.</summary>
public abstract class ItemPage(Steps steps) : CaseFilePage(steps)
{
    /// <summary>The item.</summary>
    public ItemRow Item => Case.Item!;

    /// <summary>Its lifecycle.</summary>
    public CaseKind Kind => Case.Row.Kind;

    /// <summary>Who signed it, and what was merged into it.</summary>
    public IReadOnlyList<SignerRow> Signers { get; private set; } = [];

    /// <summary>建议 五届三次 12 号.</summary>
    public string Name => $"{ItemKinds.Label(Item.Kind)} {Item.SessionName} {Item.Number} 号";

    /// <summary>The working days deadlines count by.</summary>
    public Domain.Clocks.WorkingDayCalendar Calendar => Steps.Calendar;

    /// <summary>The unit answers it.</summary>
    public bool IsHost =>
        Case.Facts().Handling!.Hosts.Contains(Me.Unit ?? "") && (Me.Is(Role.Liaison) || Me.Is(Role.Head));

    /// <summary>The government's office that runs it.</summary>
    public bool IsGovernmentOffice => Me.Is(Role.GovernmentOffice) && Case.Row.OfficeUnit == Me.Unit;

    /// <summary>The congress or CPPCC office it came from.</summary>
    public bool IsCounterpart =>
        Rights.To(ProposalActions.MarkUploaded.For(Kind)).IsAllowed && Me.Unit == Item.Counterpart;

    /// <summary>What a reader sees of a signer's telephone: whoever must reach them, the rest masked.</summary>
    public string? ContactOf(SignerRow signer) =>
        signer.Contact is not { } contact ? null
        : IsHost || Me.Unit == Item.Counterpart || Me.Is(Role.GovernmentOffice) ? contact
        : ContactData.Mask(contact);

    /// <summary>Whoever tries what is not theirs, a co-handler to reply or a host to enter feedback, is on record.</summary>
    protected sealed override Task WhenRefused(Command command, Refusal refusal) =>
        command.May(Rights) is Permission.Refused
            ? RefusedAttempts.Keep(Steps, Me, Id, command.Name, refusal.Why)
            : Task.CompletedTask;

    /// <inheritdoc />
    protected sealed override async Task Load(Session session)
    {
        if (Case.Item is null)
            throw new Refusal("没有找到该建议或提案。");
        Signers = await session.Signers(Id);
        await LoadMore(session);
    }

    /// <summary>What the page shows besides.</summary>
    protected abstract Task LoadMore(Session session);
}
