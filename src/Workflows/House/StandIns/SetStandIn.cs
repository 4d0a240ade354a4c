using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House.InnerChains;

namespace JointMeeting.Workflows.House.StandIns;

/// <summary>
/// 设置代办人: who acts for a colleague who is away, or takes over from one who has left. It holds at once, also for
/// requests that are open already.
/// </summary>
/// <param name="Scope">The mechanism or the vocabulary; null for all.</param>
/// <param name="To">Last day; null while no end is known.</param>
public sealed record SetStandIn(
    string Account,
    string Substitute,
    StandInKind Kind,
    StandInScope ScopeKind,
    string? Scope,
    DateOnly From,
    DateOnly? To,
    string Why
) : ActionCommand(Actions.SetStandIn)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写事由，例如“出差”“调离”。");
        if (Account == Substitute)
            throw new Refusal("代办人不能是本人。");
        if (To < From)
            throw new Refusal("结束日期早于开始日期，请核对。");
        if (Kind == StandInKind.HandOver && To is not null)
            throw new Refusal("工作移交没有结束日期；临时代办请选择“外出代办”。");
        await RefuseUnknownScope(step);
        await OwnPeople.RefuseOthers(step, [Substitute]);
        await RefuseOtherUnit(step);
        var row = Row(step);
        await step.Session.Insert("stand_in", row);
        step.Say(
            await Sentence(step),
            new
            {
                standIn = row.Id,
                Account,
                Substitute,
            }
        );
    }

    /// <summary>The one who left may be disabled already.</summary>
    private async Task RefuseOtherUnit(Step step)
    {
        if (
            await step.Session.Scalar<string?>("select unit from account where id = @Account", new { Account })
            != step.Actor.Unit
        )
            throw new Refusal("只能为本单位人员设置代办人。");
    }

    private async Task RefuseUnknownScope(Step step)
    {
        var known = ScopeKind switch
        {
            StandInScope.All => Scope is null,
            StandInScope.Vocabulary => Vocabulary.All.Any(v => v.Id == Scope),
            StandInScope.Mechanism => await step.Session.Scalar<long>(
                "select count(*) from mechanism where case_id = @Scope",
                new { Scope }
            ) == 1,
        };
        if (!known)
            throw new Refusal("请从列表中选择代办范围。");
    }

    private async Task<string> Sentence(Step step)
    {
        var (who, by) = (await OwnName(step, Account), await OwnName(step, Substitute));
        var days = To is { } to ? $"{From:yyyy-MM-dd} 至 {to:yyyy-MM-dd}" : $"自 {From:yyyy-MM-dd} 起";
        return Kind == StandInKind.Absence
            ? $"{who}外出，由{by}代办，{days}：{Why.Trim()}"
            : $"{who}的工作移交{by}，{days}：{Why.Trim()}";
    }

    private static async Task<string> OwnName(Step step, string account) =>
        await step.Session.Scalar<string?>("select name from account where id = @account", new { account }) ?? account;

    private StandInRow Row(Step step) =>
        new()
        {
            Id = step.NewId(),
            Account = Account,
            Substitute = Substitute,
            Kind = Kind,
            ScopeKind = ScopeKind,
            Scope = Scope,
            FromDay = From,
            ToDay = To,
            Why = Why.Trim(),
            MadeBy = step.Actor.Name,
            MadeAt = step.Now,
        };
}

/// <summary>结束代办, from now on.</summary>
public sealed record EndStandIn(string Id) : ActionCommand(Actions.EndStandIn)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ended = await step.Session.Execute(
            """
            update stand_in set ended_at = @at where id = @Id and ended_at is null
               and account in (select id from account where unit = @Unit)
            """,
            new
            {
                Id,
                step.Actor.Unit,
                at = Moment.Text(step.Now),
            }
        );
        if (ended != 1)
            throw new Refusal("没有找到本单位的这条代办设置，或已经结束。");
        step.Say("结束代办", new { standIn = Id });
    }
}
