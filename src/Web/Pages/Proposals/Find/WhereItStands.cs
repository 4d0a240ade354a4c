using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Proposals.Find;

/// <summary>What the box answers about one item (办到哪一步了).</summary>
/// <param name="OriginalDue">原定期限, before anything was extended.</param>
/// <param name="Contact">Who to call at the answering unit; the number masked where the reader may not see it.</param>
public sealed record WhereItStands(ItemLine Line, DateOnly? OriginalDue, string? Contact)
{
    /// <summary>More hits than this are a list, not an answer.</summary>
    public const int Most = 6;

    /// <summary>The answers for these lines.</summary>
    public static async Task<IReadOnlyList<WhereItStands>> Read(
        Session session,
        Person me,
        IReadOnlyList<ItemLine> lines,
        ILookup<string, (string Unit, HandlingDuty Duty)> handlers,
        UnitBook units,
        WorkingDayCalendar calendar
    )
    {
        var cases = new { ids = lines.Select(l => l.CaseId).ToArray() };
        var clocks = await session.Query<(string CaseId, string Replay)>(
            "select case_id, replay from clock where case_id in @ids and rule = 'reply' order by id",
            cases
        );
        var replies = await session.Query<(string CaseId, string? Name, string? Phone)>(
            "select case_id, contact_name, contact_phone from reply where case_id in @ids order by round",
            cases
        );
        var answers = new List<WhereItStands>();
        foreach (var line in lines)
        {
            var replay = clocks.LastOrDefault(c => c.CaseId == line.CaseId).Replay;
            var named = replies.LastOrDefault(r => r.CaseId == line.CaseId);
            var host = handlers[line.CaseId]
                .Where(h => Assignment.MayReply(h.Duty))
                .Select(h => h.Unit)
                .FirstOrDefault();
            var phone = named.Phone ?? (host is null ? null : units.Phone(host));
            var open = MaySeePhones(me) || handlers[line.CaseId].Any(h => h.Unit == me.Unit);
            answers.Add(
                new(
                    line,
                    replay is null ? null : Proposals.OriginalDue.Of(Explanation.Parse(replay), calendar),
                    phone is null
                        ? null
                        : $"{named.Name ?? (host is null ? "" : units.Name(host))} {(open ? phone : ContactData.Mask(phone))}".Trim()
                )
            );
        }
        return answers;
    }

    private static bool MaySeePhones(Person me) =>
        me.Is(Role.GovernmentOffice) || me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice);
}
