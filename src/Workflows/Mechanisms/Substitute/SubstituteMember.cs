using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms.Substitute;

/// <summary>成员替补 under the mechanism's own rule; only a tenure changes, never the number of seats.</summary>
public sealed record SubstituteMember(
    string SeatId,
    string PersonName,
    string Post,
    DateOnly From,
    string Basis,
    SubstitutionConsent Consent
) : ActionCommand(Actions.Substitute)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var row =
            await step.Session.One<SeatRow>(
                "select * from seat where id = @SeatId and mechanism = @CaseId",
                new { SeatId, step.CaseId }
            ) ?? throw new Refusal("没有找到该席位，请刷新页面。");
        var tenures = await step.Session.Query<TenureRow>(
            "select * from tenure where seat = @SeatId and state = 'InForce' order by from_day",
            new { SeatId }
        );
        var mode = await step.Session.Scalar<string>(
            "select substitution from mechanism where case_id = @CaseId",
            new { step.CaseId }
        );
        var outcome = Substitution.Replace(
            AsSeat(row, tenures),
            new SeatTenure(PersonName.Trim(), Post.Trim(), From, null, Basis),
            Enum.Parse<SubstitutionMode>(mode!),
            Consent
        );
        if (outcome.State == SubstitutionState.Refused)
            throw new Refusal(outcome.Text);
        if (outcome.State != SubstitutionState.Effective)
            throw new Refusal($"{outcome.Text}取得同意后，请在表单中注明再提交。");
        await HandOver(step, tenures);
        step.Say(
            outcome.Text,
            new
            {
                SeatId,
                Basis,
                Consent,
            }
        );
    }

    private async Task HandOver(Step step, IReadOnlyList<TenureRow> tenures)
    {
        var eve = Moment.Text(From.AddDays(-1));
        await step.Session.Execute(
            "update tenure set to_day = @eve where seat = @SeatId and to_day is null and state = 'InForce'",
            new { SeatId, eve }
        );
        await step.Session.Insert(
            "tenure",
            new TenureRow
            {
                Id = step.NewId(),
                Seat = SeatId,
                PersonName = PersonName.Trim(),
                Post = Post.Trim(),
                Phone = tenures is [.., var last] ? last.Phone : null,
                FromDay = From,
                Basis = Basis,
                State = TenureState.InForce,
            }
        );
    }

    private static Seat AsSeat(SeatRow row, IReadOnlyList<TenureRow> tenures) =>
        new(
            Guid.Parse(row.Id),
            Guid.Parse(row.Unit),
            row.Role,
            tenures is [.., var last] ? last.Post : "",
            [.. tenures.Select(t => new SeatTenure(t.PersonName, t.Post, t.FromDay, t.ToDay, t.Basis))]
        );
}
