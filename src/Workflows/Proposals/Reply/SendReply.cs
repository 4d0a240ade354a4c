using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>
/// 发出答复: numbered, to every signer, with its decision on publication. From here run the clocks of feedback, of
/// publication and of each promise.
/// </summary>
/// <param name="Number">The number from the unit's OA; null to draw one here.</param>
/// <param name="Series">机关代字 of the series that is drawn from, such as 云教建复.</param>
public sealed record SendReply(
    CaseKind Kind,
    string? Number,
    string? Series,
    Publication Publication,
    string? PublicationReason,
    string? ContactName,
    string? ContactPhone
) : ActionCommand(ProposalActions.SendReply.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        if (Publication != Publication.Full && string.IsNullOrWhiteSpace(PublicationReason))
            throw new Refusal("摘要公开或不公开须填写理由。");
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
            await step.Session.Insert("reply_copy", new CopyRow(reply.Id, signer.Id, signer.Name));
        await step.Complete("signedOff", "sent");
        await AskForWhatFollows(step, item, reply, clauses);
        step.Say(
            $"发出答复 {reply.Number}（{reply.ClassCode} 类），分别送达 {recipients.Count} 位{ItemKinds.Signer(item.Kind)}，"
                + $"抄送{Person.LabelOf(ItemKinds.IsOfCongress(item.Kind) ? Role.CongressOffice : Role.CppccOffice)}、政府办公室",
            new
            {
                reply.Id,
                reply.Number,
                recipients,
            }
        );
    }

    private async Task<ReplyRow> Row(Step step, ItemRow item, string text)
    {
        var unit = step.Actor.Unit!;
        var late = step
            .File.AsksIn(ItemVocabulary.CoOpinion)
            .Where(a => a.State == AskState.Withdrawn && a.Due < Moment.DayInChina(a.SettledAt ?? step.Now));
        return new ReplyRow
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Unit = unit,
            Round = item.RedoRound + 1,
            Version = item.LastText!,
            ClassCode = item.ClassCode!,
            Number = string.IsNullOrWhiteSpace(Number) ? await Draw(step, unit) : Number.Trim(),
            OwnNumber = string.IsNullOrWhiteSpace(Number),
            SentOn = step.Today,
            Publication = Publication,
            PublicationReason = PublicationReason?.Trim(),
            PublicText = Publication == Publication.Full ? ContactData.Redact(text) : null,
            LateUnits = Ledger.Rows.Join(late.Select(a => a.Unit).Distinct()),
            ContactName = ContactName?.Trim(),
            ContactPhone = ContactPhone?.Trim(),
        };
    }

    private async Task<string> Draw(Step step, string unit)
    {
        if (string.IsNullOrWhiteSpace(Series))
            throw new Refusal("请填写文号，或填写机关代字由系统编号。");
        var series = new
        {
            unit,
            kind = Series.Trim(),
            step.Today.Year,
        };
        const string next =
            "update reply_series set last = last + 1 where unit = @unit and kind = @kind and year = @Year";
        if (await step.Session.Execute(next, series) == 0)
            await step.Session.Execute(
                "insert into reply_series (unit, kind, year, last) values (@unit, @kind, @Year, 1)",
                series
            );
        var drawn = await step.Session.Scalar<int>(
            "select last from reply_series where unit = @unit and kind = @kind and year = @Year",
            series
        );
        return $"{Series.Trim()}〔{step.Today.Year}〕{drawn}号";
    }

    private static async Task AskForWhatFollows(
        Step step,
        ItemRow item,
        ReplyRow reply,
        IReadOnlyList<ClauseRow> clauses
    )
    {
        if (reply.Publication != Publication.Withheld)
            await ItemAsks.Beside(
                step,
                ItemVocabulary.Publish,
                "publish",
                "请公开办理结果，并填写公开位置",
                new Asked(reply.Unit)
            );
        var scheme = ClassScheme.Named(item.Scheme);
        var classes = await step.Session.Query<ReplyPartRow>(
            "select * from reply_part where version = @Version",
            new { reply.Version }
        );
        foreach (var clause in clauses)
            if (
                classes.FirstOrDefault(p => p.Clause == clause.Id)?.ClassCode is { } code
                && scheme.Find(code) is { FollowUp: true }
            )
                await Promise(step, reply.Unit, clause);
    }

    private static async Task Promise(Step step, string unit, ClauseRow clause)
    {
        var day = clause.DeadlineDate!.Value;
        var ask = await ItemAsks.Beside(
            step,
            ItemVocabulary.Commitment,
            "commitment",
            $"承诺：{(clause.Text.Length <= 60 ? clause.Text : clause.Text[..60] + "…")}",
            new Asked(unit) { Due = day }
        );
        await step.Session.Insert(
            "commitment",
            new CommitmentRow
            {
                Ask = ask[0].Id,
                CaseId = step.CaseId,
                Unit = unit,
                Text = clause.Text,
                Due = day,
                MadeOn = step.Today,
            }
        );
    }

    private sealed record CopyRow(string Reply, string Signer, string Name);
}
