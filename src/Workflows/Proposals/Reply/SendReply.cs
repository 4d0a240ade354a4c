using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>
/// 发出答复: numbered, to every signer, with its decision on publication, and as a copy (抄送) to the congress or CPPCC
/// office and the government office. From here run the clocks of feedback, of publication and of each promise.
/// </summary>
/// <param name="Number">The number from the unit's OA; null to draw one here.</param>
/// <param name="Series">机关代字 of the series that is drawn from, such as 云教建复.</param>
/// <param name="PublicationReason">Why it is made public in summary or not at all.</param>
/// <param name="Summary">What is made public instead of the text; contact data in it is removed too.</param>
public sealed record SendReply(
    CaseKind Kind,
    string? Number,
    string? Series,
    Publication Publication,
    string? PublicationReason,
    string? ContactName,
    string? ContactPhone,
    string? Summary = null
) : ActionCommand(ProposalActions.SendReply.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        if (PublicVersion.RefusalOf(Publication, PublicationReason, Summary) is { } why)
            throw new Refusal(why);
        var clauses = await step.Session.Clauses(item.LastText!);
        var text = string.Join('\n', clauses.Select(c => c.Text));
        if (PublicVersion.Refusal(text) is { } secret)
            throw new Refusal(secret);
        var recipients = ReplyDuties.Recipients([
            .. (await step.Session.Signers(step.CaseId)).Select(s => s.AsSigner()),
        ]);
        if (recipients.Count == 0)
            throw new Refusal("没有登记提出人，答复无处送达。请先在“更正登记”中补充。");
        var reply = await Row(step, item, text);
        await step.Session.Insert("reply", reply);
        foreach (var signer in recipients)
            await step.Session.Insert("reply_copy", new Served(reply.Id, signer.Id, signer.Name));
        var moot = await Moot.EndRequests(step, ItemVocabulary.ReturnRuling);
        await step.Complete("signedOff", "sent");
        await WhatFollows.Ask(step, item, reply, clauses);
        var offices = await CopyToOffices(step, item, reply);
        step.Say(
            $"发出答复 {reply.Number}（{reply.ClassCode} 类），分别送达 {recipients.Count} 位{ItemKinds.Signer(item.Kind)}，抄送{string.Join("、", offices)}{moot}",
            new
            {
                reply.Id,
                reply.Number,
                recipients,
            }
        );
    }

    private static async Task<IReadOnlyList<string>> CopyToOffices(Step step, ItemRow item, ReplyRow reply)
    {
        var names = new List<string>();
        foreach (
            var unit in new[] { item.Counterpart, step.File.Row.OfficeUnit! }.Distinct().Where(u => u != reply.Unit)
        )
        {
            await Copies.Send(step, unit, reply.Version, $"抄送答复 {reply.Number}（{reply.ClassCode} 类）");
            names.Add(await step.UnitName(unit));
        }
        return names;
    }

    private async Task<ReplyRow> Row(Step step, ItemRow item, string text)
    {
        var unit = step.Actor.Unit!;
        return new ReplyRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Unit = unit,
            Round = item.RedoRound + 1,
            Version = item.LastText!,
            ClassCode = item.ClassCode!,
            Number = await ReplyNumbers.Of(step, unit, Number, Series),
            OwnNumber = string.IsNullOrWhiteSpace(Number),
            SentOn = step.Today,
            Publication = Publication,
            PublicationReason = PublicationReason?.Trim(),
            PublicText = PublicVersion.Of(Publication, text, Summary),
            LateUnits = Ledger.Rows.Join(LateCoHandlers.Of(step.File).Distinct()),
            ContactName = ContactName?.Trim(),
            ContactPhone = ContactPhone?.Trim(),
        };
    }

    private sealed record Served(string Reply, string Signer, string Name);
}

/// <summary>协办单位逾期未反馈: the reply went up without their opinion after its day; it counts against them.</summary>
internal static class LateCoHandlers
{
    /// <summary>Those the reply went past, and on <paramref name="today"/> those it would go past.</summary>
    public static IEnumerable<string> On(CaseFile file, DateOnly today) =>
        Of(file)
            .Concat(
                file.AsksOf(ItemVocabulary.CoOpinion)
                    .Where(a => a.State == AskState.Open && a.Due < today)
                    .Select(a => a.Unit)
            );

    /// <summary>Those the reply went past.</summary>
    public static IEnumerable<string> Of(CaseFile file) =>
        file.AsksOf(ItemVocabulary.CoOpinion)
            .Where(a => a.State == AskState.Withdrawn && a.SettledAt is { } at && a.Due < Moment.DayInChina(at))
            .Select(a => a.Unit);
}
