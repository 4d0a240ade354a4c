using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Meetings;

/// <summary>What the meeting's lifecycle refers to by name.</summary>
public static class MeetingRegistrations
{
    /// <summary>Kind of text that minutes are.</summary>
    public const string Minutes = "minutes";

    /// <summary>Registers them.</summary>
    public static void Register(Registry registry)
    {
        registry.TextKinds["meeting"] = Minutes;
        registry.Who["members"] = Members;
        registry.Who["unitsNamedInMinutes"] = UnitsNamedInMinutes;
        registry.Who["convenor"] = Convenor;
        registry.StartDays[StartEvent.Meeting] = async (step, _) =>
            await step.Session.One<MeetingRow>("select * from meeting where case_id = @CaseId", new { step.CaseId })
                is { } meeting
                ? Moment.DayInChina(meeting.StartsAt)
                : null;
    }

    /// <summary>Every unit with a seat, once, in the order of the roster.</summary>
    private static async Task<IReadOnlyList<Asked>> Members(Step step)
    {
        const string units = """
            select s.unit from seat s join meeting m on m.mechanism = s.mechanism
             where m.case_id = @CaseId and s.role <> 'LiaisonOfficer' group by s.unit order by min(s.position)
            """;
        return [.. (await step.Session.Query<string>(units, new { step.CaseId })).Select(u => new Asked(u))];
    }

    /// <summary>
    /// The units that a decision names, member or not; discussed-but-open matters bind nobody. And the units that took
    /// a position on an earlier draft: where their clause was deleted or no longer names them, what they signed does not
    /// stand, and they are asked again; where it stands it is carried over.
    /// </summary>
    private static async Task<IReadOnlyList<Asked>> UnitsNamedInMinutes(Step step)
    {
        if (await step.Session.Latest(step.CaseId, Minutes) is not { } text)
            return [];
        var decided = (await step.Session.Clauses(text.Id)).Where(c => c.Mark == ClauseMark.Decided);
        var answered = step.File.Asks.Where(a =>
            a.Vocabulary == Vocabulary.Countersign.Id && a.DelegatedFrom is null && step.File.EffectOf(a) is not null
        );
        var units = decided.SelectMany(c => c.AsText().Units).Concat(answered.Select(a => a.Unit));
        var names = (await step.Session.Query<(string Id, string Name)>("select id, name from unit")).ToDictionary(
            u => u.Id,
            u => u.Name,
            StringComparer.Ordinal
        );
        return [.. units.Distinct().Select(u => new Asked(u, Group: CountersignGroup.Of(names[u])))];
    }

    /// <summary>The convenor's own seat: 总召集人 where there is one, else the first 召集人.</summary>
    private static async Task<IReadOnlyList<Asked>> Convenor(Step step)
    {
        var seats = await step.Session.Query<(string Id, string Unit, string Role)>(
            """
            select s.id, s.unit, s.role from seat s join meeting m on m.mechanism = s.mechanism
             where m.case_id = @CaseId and s.role in ('ChiefConvenor', 'Convenor') order by s.position
            """,
            new { step.CaseId }
        );
        var convenor = seats.OrderBy(s => s.Role == nameof(MechanismRole.ChiefConvenor) ? 0 : 1).FirstOrDefault();
        return convenor.Id is null
            ? throw new Domain.Refusal("联席会议没有登记召集人，不能送签发。请先在成员名单中补充召集人。")
            : [new Asked(convenor.Unit, convenor.Id)];
    }

    /// <summary>The meeting that the step is about.</summary>
    internal static async Task<MeetingRow> Meeting(this Step step) =>
        (await step.Session.One<MeetingRow>("select * from meeting where case_id = @CaseId", new { step.CaseId }))!;
}
