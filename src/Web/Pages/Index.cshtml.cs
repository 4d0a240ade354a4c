using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages;

/// <summary>工作台: what waits for this person, most pressing first; for clerks also what waits for the office.</summary>
public sealed class WorkbenchModel(Steps steps) : PageModel
{
    private const int RecentMeetings = 5;

    private const string MyAsks = """
        select a.id, a.vocabulary, a.subject, a.due, a.opened_at, a.seen_at, c.title,
               (select count(*) from ask i where i.within = a.id and i.state = 'Open') as inner_open
          from ask a join cases c on c.id = a.case_id
         where a.state = 'Open' and a.unit = @unit and c.paused_at is null
           and ((a.seat is null and a.holder is null) or a.holder = @me
             or exists (select 1 from tenure t where t.seat = a.seat and t.to_day is null and t.state = 'InForce'
                           and t.person_name = @name)
             or exists (
                 select 1 from stand_in s join account p on p.id = s.account
                  where s.substitute = @me and s.ended_at is null and s.from_day <= @today
                    and (s.to_day is null or s.to_day >= @today)
                    and (s.account = a.holder or exists (
                          select 1 from tenure t where t.seat = a.seat and t.to_day is null and t.state = 'InForce'
                             and t.person_name = p.name))
                    and (s.scope_kind = 'All'
                      or (s.scope_kind = 'Vocabulary' and s.scope in (
                            select v.vocabulary from ask v where v.id = a.id or v.id = a.within))
                      or (s.scope_kind = 'Mechanism' and s.scope in (
                            select m.mechanism from meeting m where m.case_id = a.case_id
                            union select k.mechanism from task k where k.case_id = a.case_id)))))
         order by case when a.due is null then 1 else 0 end, a.due, a.opened_at
        """;

    private const string ForTheOffice = """
        select c.id, c.kind, c.title, c.definition, c.version, v.node, v.entered_at,
               (select count(*) from ask a where a.visit_id = v.id and a.state = 'Open') as open_asks
          from cases c join visit v on v.case_id = c.id and v.left_at is null
         where c.closed_at is null and c.office_unit = @unit
           and (c.kind in ('Notice', 'Meeting', 'Plan', 'Disagreement', 'Report') or (c.kind = 'Task' and v.node = 'assigned' and exists (
                 select 1 from ask a join answer n on n.ask_id = a.id and n.value = 'dispute'
                  where a.visit_id = v.id)))
         order by v.entered_at
        """;

    private const string MyCopies = """
        select x.case_id, c.kind, c.title, x.note, x.sent_by, x.sent_at from copy x join cases c on c.id = x.case_id
         where x.unit = @unit and x.read_at is null order by x.sent_at
        """;

    private const string RepliesToSend = """
        select i.case_id, i.title, v.entered_at as signed_at from item i
          join item_handler h on h.case_id = i.case_id and h.unit = @unit and h.duty <> 'CoHandler'
          join visit v on v.case_id = i.case_id and v.node = 'signedOff' and v.left_at is null
         order by v.entered_at
        """;

    private const string HistoricalTasks = """
        select count(*) from cases c join visit v on v.case_id = c.id and v.left_at is null
         where c.kind = 'Task' and c.office_unit = @unit and v.node = 'historical'
        """;

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];
    public IReadOnlyList<CopyLine> Copies { get; private set; } = [];
    public IReadOnlyList<OfficeWork> Proposals { get; private set; } = [];
    public IReadOnlyList<SignedReply> ToSend { get; private set; } = [];
    public IReadOnlyList<OfficeLine> Waiting { get; private set; } = [];
    public IReadOnlyList<MeetingListRow> Meetings { get; private set; } = [];
    public long Historical { get; private set; }

    public bool IsClerk => User.IsInRole(nameof(Role.OfficeClerk));

    /// <summary>Offices around suggestions and proposals have no part in meetings, unless they are asked to one.</summary>
    public bool TakesPartInMeetings =>
        Meetings.Count > 0
        || !(
            User.IsInRole(nameof(Role.GovernmentOffice))
            || User.IsInRole(nameof(Role.CongressOffice))
            || User.IsInRole(nameof(Role.CppccOffice))
        );

    public string Greeting
    {
        get
        {
            var late = Asks.Count(a => UrgencyOf(a) == Urgency.Overdue);
            var soon = Asks.Count(a => UrgencyOf(a) == Urgency.Soon);
            return late > 0 ? $"{late} 件已逾期，请先办理。"
                : soon > 0 ? $"{soon} 件在三个工作日内到期。"
                : Asks.Count > 0 ? "没有逾期和临期的请办，请按期限办理。"
                : Proposals.Count > 0 ? "没有等您答复的请办；建议提案有待您推进的。"
                : "今天没有等您办理的请办。";
        }
    }

    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    public Urgency UrgencyOf(AskLine ask) => DueLight.Of(ask.Due, Today, steps.Calendar);

    public string DueText(AskLine ask) => DueLight.Describe(ask.Due, Today, steps.Calendar);

    public string StepOf(MeetingListRow row) => row.StepOf(steps.Lifecycles);

    public string StepOf(OfficeLine row) => StepTitle.Of(steps.Lifecycles, row.Definition, row.Version, row.Node);

    public async Task<IActionResult> OnGetAsync()
    {
        var me = User.AsPerson();
        // These two do no business and have one page each.
        if (me.Is(Role.Administrator))
            return Redirect("/accounts");
        if (me.Is(Role.Auditor))
            return Redirect("/audit");
        await using var session = await steps.Database.Read();
        await steps.Lifecycles.ReadAll(session);
        Asks = await session.Query<AskLine>(
            MyAsks,
            new
            {
                unit = me.Unit,
                name = me.Name,
                me = me.Id,
                today = Moment.Text(Today),
            }
        );
        Copies = await session.Query<CopyLine>(MyCopies, new { unit = me.Unit });
        ToSend = await session.Query<SignedReply>(RepliesToSend, new { unit = me.Unit });
        Proposals = await OfficeWork.Of(session, me);
        Meetings = await MeetingList.Read(session, me, RecentMeetings);
        if (!IsClerk)
            return Page();
        Waiting = await session.Query<OfficeLine>(ForTheOffice, new { unit = me.Unit });
        Historical = await session.Scalar<long>(HistoricalTasks, new { unit = me.Unit });
        return Page();
    }
}

/// <summary>A request in the to-do list.</summary>
public sealed record AskLine
{
    public required string Id { get; init; }
    public required string Vocabulary { get; init; }
    public required string Subject { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? SeenAt { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>More than 0 while the unit's own chain looks at what was drafted.</summary>
    public long InnerOpen { get; init; }

    /// <summary>What is to be done with it.</summary>
    public string Todo =>
        InnerOpen > 0 ? "内部审核中"
        : Vocabulary == Domain.Asks.Vocabulary.Inner.Id ? "审核"
        : SeenAt is null ? "签收办理"
        : "办理";
}

/// <summary>A reply to a suggestion or proposal that was signed and is to be sent.</summary>
public sealed record SignedReply
{
    public required string CaseId { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
}

/// <summary>A copy (传阅件) that the unit has not read.</summary>
public sealed record CopyLine
{
    public required string CaseId { get; init; }
    public required CaseKind Kind { get; init; }
    public required string Title { get; init; }
    public string? Note { get; init; }
    public required string SentBy { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>A case that waits for the office, with the next thing to do.</summary>
public sealed record OfficeLine
{
    public required string Id { get; init; }
    public required CaseKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Definition { get; init; }
    public required int Version { get; init; }
    public required string Node { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public required int OpenAsks { get; init; }

    public string Address => CaseAddress.Of(Kind, Id) ?? "/";

    /// <summary>The next thing to do, in a line.</summary>
    public string Next =>
        (Kind, Node) switch
        {
            (CaseKind.Notice, _) => "确认识别结果，建立联席会议",
            (CaseKind.Task, _) => "处理对分工的异议",
            (CaseKind.Report, _) => OpenAsks > 0 ? $"催收报送，{OpenAsks} 个单位未报送" : "各单位已报送，汇总完成",
            (CaseKind.Plan, "drafting") => "起草文稿，送征求意见",
            (CaseKind.Plan, "consulting") => OpenAsks > 0 ? $"催办征求意见，{OpenAsks} 个单位未反馈" : "结束征求意见",
            (CaseKind.Plan, "revising") => "登记采纳情况，统稿",
            (CaseKind.Plan, "publicComment" or "legality" or "fairCompetition") => "登记审查结果",
            (CaseKind.Plan, "deliberating") => "登记审议结果",
            (CaseKind.Plan, "signing") => $"等待签发，{OpenAsks} 个单位未签发",
            (CaseKind.Plan, "numbering") => "编号印发",
            (CaseKind.Plan, "issued") => "归档，分解任务",
            (CaseKind.Plan, "implementing") => "督办落实",
            (CaseKind.Disagreement, _) => OpenAsks > 0
                ? $"分歧协调，{OpenAsks} 方未答复"
                : "分歧协调，报上一级或登记结果",
            (_, "draft") => "发出会议通知",
            (_, "notified") => OpenAsks > 0 ? $"催收回执，{OpenAsks} 个单位未回执" : "各单位已回执，会议当天开始会议",
            (_, "inSession") => "签到，散会后结束会议",
            (_, "minutesDrafting") => "起草纪要，送会签",
            (_, "countersigning") => OpenAsks > 0 ? $"催办会签，{OpenAsks} 个单位未会签" : "处理会签意见",
            (_, "awaitingSignature") => "等待召集人签发",
            (_, "signed") => "印发纪要",
            (_, "supervising") => "督办落实，全部销号后办结",
            _ => "查看",
        };

    /// <summary>Where it is done.</summary>
    public string NextAddress =>
        (Kind, Node) switch
        {
            (CaseKind.Meeting, "notified") => $"{Address}/receipts",
            (CaseKind.Meeting, "inSession") => $"{Address}/attendance",
            (CaseKind.Meeting, "minutesDrafting") => $"{Address}/draft",
            (CaseKind.Meeting, "countersigning" or "awaitingSignature" or "signed") => $"{Address}/countersign",
            _ => Address,
        };
}
