using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>An entry of the duty catalogue as stored; an ended one stays, because proposals were explained by it.</summary>
public sealed record UnitDutyRow
{
    public required string Id { get; init; }
    public required string Unit { get; init; }

    /// <summary>The words, with 、 between them.</summary>
    public required string Words { get; init; }
    public required string Source { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>维护职责目录: the catalogue as a whole; what is no longer in it ends, what is new begins.</summary>
public sealed record SetDuties(IReadOnlyList<UnitDuty> Duties) : ActionCommand(ProposalActions.SetDuties)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Duties.FirstOrDefault(d => d.Words.Count == 0 || string.IsNullOrWhiteSpace(d.Source)) is { } empty)
            throw new Refusal($"“{await step.UnitName(empty.Unit)}”的一行缺职责词或依据，请补充。");
        await House.Units.RefuseUnknown(step, Duties.Select(d => d.Unit));
        var wanted = Duties
            .Select(d => (d.Unit, Words: string.Join('、', d.Words), Source: d.Source.Trim()))
            .ToHashSet();
        var before = await step.Session.Query<UnitDutyRow>("select * from unit_duty where ended_at is null");
        var gone = before.Where(b => !wanted.Contains((b.Unit, b.Words, b.Source))).ToList();
        var fresh = wanted.Except(before.Select(b => (b.Unit, b.Words, b.Source))).ToList();
        if (gone.Count + fresh.Count == 0)
            throw new Refusal("职责目录没有变化。");
        foreach (var row in gone)
            await step.Session.Execute(
                "update unit_duty set ended_at = @at where id = @Id",
                new { row.Id, at = Moment.Text(step.Now) }
            );
        foreach (var (unit, words, source) in fresh)
            await step.Session.Insert(
                "unit_duty",
                new UnitDutyRow
                {
                    Id = step.NewId(),
                    Unit = unit,
                    Words = words,
                    Source = source,
                    SetAt = step.Now,
                }
            );
        step.Say($"职责目录：新增 {fresh.Count} 条，停用 {gone.Count} 条", new { fresh = fresh.Select(f => f.Words) });
    }
}
