using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms.Contacts;

/// <summary>登记联络员和电话: adds after founding what the notice did not state; a unit gets no further seat by it.</summary>
public sealed record KeepContacts(IReadOnlyList<UnitContact> Contacts) : ActionCommand(Actions.KeepContacts)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        const string members = """
            select distinct u.id, u.name from unit u join seat s on s.unit = u.id where s.mechanism = @CaseId
            """;
        var units = await step.Session.Query<Member>(members, new { step.CaseId });
        var changed = await UnitContacts.Keep(step, Contacts, units.ToDictionary(u => u.Name, u => u.Id));
        if (changed.Count == 0)
            throw new Refusal("联络员和电话没有改动，无需保存。");
        // The numbers themselves are personal data; the trail keeps whose were registered.
        step.Say($"登记联络员和电话：{string.Join("、", changed)}");
    }

    private sealed record Member
    {
        public required string Id { get; init; }
        public required string Name { get; init; }
    }
}
