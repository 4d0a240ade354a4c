using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>What waits for an office around suggestions and proposals that no request stands for, in a line.</summary>
public sealed record OfficeWork(string What, string Next, string Address)
{
    private const string Waiting = """
        select i.case_id, i.session_name, i.number, i.title, v.node,
               (select count(*) from ask a where a.case_id = i.case_id and a.state = 'Open') as open_asks
          from item i join cases c on c.id = i.case_id and c.closed_at is null and c.paused_at is null
          join visit v on v.case_id = i.case_id and v.left_at is null
         where v.node in ('historical', 'submitted', 'registered', 'preassigning', 'escalated', 'following')
           and (@runs = 1 and c.office_unit = @unit or @judges = 1 and i.counterpart = @unit)
         order by v.entered_at, i.case_id
        """;

    private sealed record Line
    {
        public required string CaseId { get; init; }
        public required string SessionName { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required string Node { get; init; }
        public required long OpenAsks { get; init; }
    }

    /// <summary>Of that person's office, what is done in one go first; nothing for anybody else.</summary>
    public static async Task<IReadOnlyList<OfficeWork>> Of(Session session, Person me)
    {
        var (runs, judges) = (me.Is(Role.GovernmentOffice), me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice));
        if (!runs && !judges)
            return [];
        var lines = await session.Query<Line>(
            Waiting,
            new
            {
                unit = me.Unit,
                runs = runs ? 1 : 0,
                judges = judges ? 1 : 0,
            }
        );
        var work = new List<OfficeWork>();
        if (me.Is(Role.CppccOffice) && lines.Count(l => l.Node == "submitted") is > 0 and var filing)
            work.Add(new($"{filing} 件提案待审查", "审查立案", "/proposals/filing"));
        if (runs && lines.Count(l => l.Node is "registered" or "preassigning") is > 0 and var assigning)
            work.Add(new($"{assigning} 件待交办", "批量交办", "/proposals/assign"));
        if (runs && lines.Count(l => l.Node == "historical") is > 0 and var historical)
            work.Add(new($"{historical} 件历史待核", "核定是否已经办结", "/proposals/historical"));
        work.AddRange(lines.Where(l => l.Node == "escalated").Select(l => One(l, "登记升级处理结果")));
        if (runs)
            work.AddRange(
                lines
                    .Where(l => l.Node == "following" && l.OpenAsks == 0)
                    .Select(l => One(l, "承诺、公开都已落实，可以办结"))
            );
        return work;
    }

    private static OfficeWork One(Line line, string next) =>
        new($"{line.SessionName} {line.Number} 号 {line.Title}", next, $"/proposals/{line.CaseId}");
}
