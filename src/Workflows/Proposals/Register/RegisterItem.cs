using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.TakeOver;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>登记: opens an item, by hand or from a list. The same number of one session is registered once.</summary>
public sealed record RegisterItem(NewItem Item)
    : ActionCommand(ProposalActions.Register.For(Items.CaseKindOf(Item.Kind)))
{
    /// <inheritdoc />
    public override async Task Prepare(Step step)
    {
        var ofCongress = ItemKinds.IsOfCongress(Item.Kind);
        var counterpart = await step.Session.OfficeOf(ofCongress ? Role.CongressOffice : Role.CppccOffice);
        var office = await step.Session.OfficeOf(Role.GovernmentOffice);
        var row = await Today(step).AsRow(step, counterpart);
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
        if (Today(step).Said is { } word)
            await ItemLedgerWords.Keep(step, word, word.Why);
    }

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var row = step.Item();
        var taken = Item.Said is null ? "" : $"（{await AsTheLedgerSays.Of(step, Today(step))}）";
        step.Say(
            $"登记{ItemKinds.Label(Item.Kind)} {row.SessionName} {row.Number} 号：{row.Title}{taken}",
            new
            {
                row.Kind,
                row.Number,
                row.Title,
                row.Rules,
            }
        );
    }

    private NewItem Today(Step step) =>
        Item.Said is null ? Item : Item with { Said = ItemLedgerPlan.AsOfToday(Item, step.Today, step.Calendar) };

    /// <summary>
    /// A list, or another system, says nothing new of an item that is registered. What a ledger says of one that is over
    /// here is left out, and its preview said so.
    /// </summary>
    public static async Task<bool> IsKnownAs(Session session, string known, NewItem item)
    {
        var before = (await session.Item(known))!;
        var signers = await session.Query<SignerRow>("select * from item_signer where case_id = @known", new { known });
        const string asked = "select count(*) from visit where case_id = @known and node = 'preassigning'";
        var unitsWereAsked = before.AssignedOn is not null || await session.Scalar<long>(asked, new { known }) > 0;
        if (item.Said is not null && await IsClosed(session, known))
            return true;
        return item.Over(before, signers, unitsWereAsked).SaysTheSameAs(before, signers)
            && !await ItemLedgerWords.SaysMore(session, known, item.Said)
            && !await AsTheLedgerSays.WaitsForAssigning(session, known, item.Said);
    }

    private static async Task<bool> IsClosed(Session session, string item) =>
        await session.Scalar<long>(
            "select count(*) from cases where id = @item and closed_at is not null",
            new { item }
        ) > 0;

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
                name = ItemName.Session(item.SessionName),
                number = ItemName.Number(item.Number),
            }
        );
}

/// <summary>
/// 更正登记: what was registered changes; number, session, day of receipt, rule set and class scheme stay. A part (分办) is
/// amended with its whole.
/// </summary>
/// <param name="StatedOnly">The item comes from a list or another system, which states only what it says.</param>
public sealed record AmendItem(NewItem Item, bool StatedOnly = false)
    : ActionCommand(ProposalActions.Amend.For(Items.CaseKindOf(Item.Kind)))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var before = step.Item();
        if (before.PartOf is not null)
            throw new Refusal($"本件是 {before.Number} 号分办的一部分，请在该件本身更正登记，各部分随之更正。");
        const string signed = "select * from item_signer where case_id = @CaseId";
        var signers = await step.Session.Query<SignerRow>(signed, new { step.CaseId });
        var asked = before.AssignedOn is not null || step.File.Visits.Any(v => v.Node == "preassigning");
        var item = StatedOnly ? Item.Over(before, signers, asked) : Item;
        var now = await item.AsRow(step, before.Counterpart);
        if ((now.ReceivedOn, now.Rules, now.Scheme) != (before.ReceivedOn, before.Rules, before.Scheme))
            throw new Refusal("收到日期、规则集和答复类别在登记后不能更正；确实登记错的，请撤回后重新登记。");
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
        var isSame = item.SaysTheSameAs(before, signers);
        var noted = await ItemLedgerWords.SaysMore(step.Session, step.CaseId, item.Said);
        var assigns = await AsTheLedgerSays.WaitsForAssigning(step.Session, step.CaseId, item.Said);
        if (isSame && !noted && !assigns)
            throw new Refusal("内容与已登记的相同，没有需要更正的。");
        if (noted)
            await ItemLedgerWords.Keep(step, item.Said!, why: assigns ? item.Said!.Why : null);
        if (!isSame)
            await Save(step, item, amended);
        string?[] said =
        [
            isSame ? null : $"更正登记 {before.Number} 号",
            assigns ? await AsTheLedgerSays.AssignStill(step, item)
            : noted ? $"台账补记（截至{item.Said!.AsOf:yyyy年M月d日}），办理环节不变"
            : null,
            isSame || !StatedOnly ? null : item.Terms?.StayAsRegistered(RegisteredTerms.Of(before)),
        ];
        step.Say(string.Join("；", said.OfType<string>()), isSame ? null : new { before, amended });
    }

    private static async Task Save(Step step, NewItem item, ItemRow amended)
    {
        await SaveSigners.Of(step, item.Signers);
        await step.Change(amended);
        step.File.Row = step.File.Row with { Title = amended.Title };
        await Parts(step, amended);
        if (amended.AssignedOn is not null)
            await LeaderIsTold.Of(step);
        await Handling.TellAgain(step);
    }

    /// <summary>What the parts took over from their whole when it was divided; who handles one is told.</summary>
    private static async Task Parts(Step step, ItemRow whole)
    {
        var of = new
        {
            whole.CaseId,
            whole.Title,
            whole.Text,
            whole.Constituency,
            isKey = Ledger.Rows.Stored(whole.IsKey),
            whole.Leader,
            whole.Outside,
            whole.Initials,
        };
        await step.Session.Execute(
            """
            update item set title = @Title, text = @Text, constituency = @Constituency, is_key = @isKey,
                   leader = @Leader, outside = @Outside, initials = @Initials where part_of = @CaseId
            """,
            of
        );
        await step.Session.Execute(
            "update cases set title = @Title where id in (select p.case_id from item p where p.part_of = @CaseId)",
            of
        );
        var parts = await step.Session.Query<string>(
            "select case_id from item where part_of = @CaseId order by case_id",
            of
        );
        foreach (var part in parts)
            await step.Also(
                part,
                async other =>
                {
                    await Handling.TellAgain(other);
                    other.Say($"随 {whole.Number} 号一并更正登记");
                }
            );
    }
}
