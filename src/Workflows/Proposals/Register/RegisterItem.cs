using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>登记: opens an item, by hand or from a list. The same number of one session is registered once.</summary>
public sealed record RegisterItem(NewItem Item)
    : ActionCommand(ProposalActions.Register.For(Items.CaseKindOf(Item.Kind)))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ofCongress = ItemKinds.IsOfCongress(Item.Kind);
        var counterpart = await step.Session.OfficeOf(ofCongress ? Role.CongressOffice : Role.CppccOffice);
        var office = await step.Session.OfficeOf(Role.GovernmentOffice);
        var row = await Item.AsRow(step, counterpart);
        if (await Known(step.Session, counterpart, Item) is not null)
            throw new Refusal($"{row.SessionName} {row.Number} 号已经登记，可在台账中查看；如有变化请用“更正登记”。");
        step.HandToOffice(office);
        await step.Session.Insert("item", row);
        step.File.Item = row;
        await SaveSigners.Of(step, Item.Signers);
        await step.HandOver(
            await step.UnitName(counterpart),
            await step.UnitName(office),
            Item.ReceivedOn,
            "收到并转政府办公室"
        );
        step.Say(
            $"登记{ItemKinds.Label(Item.Kind)} {row.SessionName} {row.Number} 号：{row.Title}",
            new
            {
                row.Kind,
                row.Number,
                row.Title,
                row.Rules,
            }
        );
    }

    /// <summary>The case that has that number, or null.</summary>
    public static Task<string?> Known(Session session, string counterpart, NewItem item) =>
        session.Scalar<string?>(
            """
            select case_id from item where counterpart = @counterpart and kind = @kind and session_name = @name
               and number = @number and part = ''
            """,
            new
            {
                counterpart,
                kind = item.Kind.ToString(),
                name = item.SessionName.Trim(),
                number = item.Number.Trim(),
            }
        );
}

/// <summary>更正登记: what was registered changes; number and session stay.</summary>
public sealed record AmendItem(NewItem Item) : ActionCommand(ProposalActions.Amend.For(Items.CaseKindOf(Item.Kind)))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var before = step.Item();
        var now = await Item.AsRow(step, before.Counterpart);
        var amended = before with
        {
            Title = now.Title,
            Text = now.Text,
            Constituency = now.Constituency,
            Suggested = now.Suggested,
            RuledHosts = before.AssignedOn is null ? now.RuledHosts : before.RuledHosts,
            RuledCoHandlers = before.AssignedOn is null ? now.RuledCoHandlers : before.RuledCoHandlers,
            IsKey = now.IsKey,
            Leader = now.Leader,
            Outside = now.Outside,
            FixedOn = before.AssignedOn is null ? now.FixedOn : before.FixedOn,
            IsComplex = before.AssignedOn is null ? now.IsComplex : before.IsComplex,
            Initials = now.Initials,
        };
        const string signers = "select * from item_signer where case_id = @CaseId";
        if (Item.SaysTheSameAs(before, await step.Session.Query<SignerRow>(signers, new { step.CaseId })))
            throw new Refusal("内容与已登记的相同，没有需要更正的。");
        await SaveSigners.Of(step, Item.Signers);
        await step.Change(amended);
        step.File.Row = step.File.Row with { Title = amended.Title };
        step.Say($"更正登记 {before.Number} 号", new { before, amended });
    }
}
