using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals.Lead;

/// <summary>One thing a leader should look at, with every reason.</summary>
/// <param name="ToSign">The request that waits for the leader's own signature; null where none does.</param>
public sealed record Pressing(ItemLine Line, string Why, Tone Tone, string? ToSign);

/// <summary>
/// 领导视图: what is in one's charge and does not go by itself: what one leads, what is late or soon due, what waits to
/// be signed, returns without a ruling, what found no satisfaction. What goes well is a number only.
/// </summary>
[Authorize(Roles = $"{nameof(Role.Head)},{nameof(Role.GovernmentOffice)}")]
public sealed class LeadModel(Steps steps) : PageModel
{
    private const string Signing = """
        select case_id, id from ask where unit = @unit and vocabulary = 'replySign' and state = 'Open'
        """;

    private const string Returns = "select distinct case_id from return_request where ruling is null";

    private ILookup<string, (string Unit, Domain.Proposals.HandlingDuty Duty)> _handlers = null!;
    private UnitBook _units = null!;

    public IReadOnlyList<ItemLine> Led { get; private set; } = [];
    public IReadOnlyList<Pressing> Pressing { get; private set; } = [];
    public int Open { get; private set; }
    public int Replied { get; private set; }
    public string MyName => User.AsPerson().Name;
    public Lifecycles Lifecycles => steps.Lifecycles;

    public string UnitsOf(ItemLine line) => ItemLines.Units(_handlers[line.CaseId], _units);

    public string DueText(ItemLine line) => line.DueText(Today, Calendar);

    public Tone DueTone(ItemLine line) => line.UrgencyOn(Today, Calendar) is { } u ? Looks.Of(u) : Tone.Info;

    private WorkingDayCalendar Calendar => steps.Calendar;
    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        await using var session = await steps.Database.Read();
        var lines = await ItemLines.ReadableBy(session, me);
        _handlers = await ItemLines.Handlers(session);
        _units = await UnitBook.Read(session);
        var sign = await ToSign(session, me);
        var returned = (await session.Query<string>(Returns)).ToHashSet(StringComparer.Ordinal);
        Led = [.. lines.Where(l => l.Leader == me.Name)];
        Open = lines.Count(l => l.Outcome is null && !l.IsHistorical);
        Replied = lines.Count(l => l.RepliedOn is not null);
        Pressing =
        [
            .. lines
                .Where(l => l.Outcome is null)
                .Select(l => Pressed(l, sign.GetValueOrDefault(l.CaseId), returned.Contains(l.CaseId)))
                .OfType<Pressing>()
                .OrderBy(p => p.Tone == Tone.Danger ? 0 : 1)
                .ThenBy(p => p.ToSign is null ? 1 : 0)
                .ThenBy(p => p.Line.Due ?? DateOnly.MaxValue),
        ];
    }

    /// <summary>The signatures that the reader's unit is asked for, and whether the reader is the head who may give them.</summary>
    private async Task<Dictionary<string, (string Ask, bool Mine)>> ToSign(Session session, Person me)
    {
        if (!me.Is(Role.Head))
            return [];
        var asked = (await session.Query<(string Item, string Ask)>(Signing, new { unit = me.Unit })).ToDictionary(
            s => s.Item,
            s => s.Ask,
            StringComparer.Ordinal
        );
        var items = await steps.LookAtAll(session, me, [.. asked.Keys]);
        return items
            .Select(i => (i.File.Row.Id, Ask: asked[i.File.Row.Id], i.Rights))
            .ToDictionary(i => i.Id, i => (i.Ask, i.Rights.ToAnswer(i.Ask).IsAllowed), StringComparer.Ordinal);
    }

    /// <summary>Null where it goes by itself.</summary>
    private Pressing? Pressed(ItemLine line, (string Ask, bool Mine) sign, bool returned)
    {
        var urgency = line.UrgencyOn(Today, Calendar);
        var why = new (bool Holds, string Words, Tone Tone)[]
        {
            (line.Node == "escalated", "再次不满意，已升级处理", Tone.Danger),
            (urgency == Urgency.Overdue, "答复逾期", Tone.Danger),
            (sign is { Ask: not null, Mine: true }, "等您签发答复", Tone.Warn),
            (sign is { Ask: not null, Mine: false }, "等主要负责人签发", Tone.Warn),
            (returned, "退回申请尚未裁定", Tone.Warn),
            (line.RedoRound > 0 && line.IsBeforeReply, "不满意，正在重新办理", Tone.Warn),
            (urgency == Urgency.Soon, "答复即将到期", Tone.Warn),
        }
            .Where(w => w.Holds)
            .ToList();
        return why.Count == 0
            ? null
            : new(line, string.Join("；", why.Select(w => w.Words)), why[0].Tone, sign.Mine ? sign.Ask : null);
    }
}
