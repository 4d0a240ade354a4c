using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Rights;

/// <summary>Allowed, or refused with the reason a person reads.</summary>
public abstract record Permission
{
    /// <summary>允许.</summary>
    public sealed record Allowed : Permission;

    /// <summary>不允许, and why.</summary>
    public sealed record Refused(string Why) : Permission;

    private Permission() { }

    /// <summary>True where allowed.</summary>
    public bool IsAllowed => this is Allowed;

    /// <summary>The reason, or null where allowed.</summary>
    public string? Reason => (this as Refused)?.Why;
}

/// <summary>
/// What a person may do on a case. One function for pages, API, command line and messages; deny by default; a refusal
/// always says why.
/// </summary>
public sealed class Rights
{
    private static readonly Permission Yes = new Permission.Allowed();
    private readonly Person _person;
    private readonly CaseFacts _case;

    private Rights(Person person, CaseFacts facts) => (_person, _case) = (person, facts);

    /// <summary>The rights of that person on that case.</summary>
    public static Rights For(Person person, CaseFacts facts) => new(person, facts);

    /// <summary>May the person do this action now?</summary>
    public Permission To(CaseAction action)
    {
        if (action.Kind != _case.Kind)
            return No($"“{action.Label}”不适用于本事项。");
        if (_case.Closed)
            return No($"本事项已办结，不能再“{action.Label}”。");
        if (WrongDoer(action) is { } why)
            return No(why);
        var isThere = _case.Waiting.Count > 0;
        if (action.Opens)
            return isThere ? No($"本事项已经建立，不能再“{action.Label}”。") : Yes;
        if (!isThere)
            return No($"事项尚未建立，不能“{action.Label}”。");
        return action.Nodes.Count == 0 || _case.Waiting.Any(w => action.Nodes.Contains(w.Node))
            ? Yes
            : No($"当前环节为“{WhereItWaits()}”，此时不能“{action.Label}”。");
    }

    /// <summary>May the person answer this ask as the unit itself?</summary>
    public Permission ToAnswer(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (Settled(ask) is { } why)
            return No(why);
        if (!DoesBusiness())
            return No("系统管理员和审计员不办理业务，不能答复。");
        if (ask.ForSeat)
            return ask.Holder == _person.Id ? Yes : No("该事项须由本人办理；代为办理请由联席会议办公室代录。");
        if (_person.Unit != ask.Unit)
            return No("该请办发给其他单位，您不能代为答复。");
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        if (vocabulary.AnsweredBy == AnsweredBy.Office && !IsOffice())
            return No($"只有联席会议办公室经办人可以办理“{vocabulary.Label}”。");
        return Yes;
    }

    /// <summary>May the person enter an answer that came by phone or on paper (代录)?</summary>
    public Permission ToRecord(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        return Settled(ask) is { } why ? No(why)
            : IsOffice() ? Yes
            : No("只有联席会议办公室可以代录。");
    }

    /// <summary>Timers are the system's; no account fires them.</summary>
    public Permission ToFireTimer() => _person.Is(Role.System) ? Yes : No("定时事项由系统自动执行。");

    /// <summary>May the person read the case? Administrators and auditors see no business content.</summary>
    public Permission ToRead() =>
        _person.Is(Role.System) ? Yes
        : _case.Kind == CaseKind.House ? (_person.Is(Role.Administrator) ? Yes : No("只有系统管理员可以查看。"))
        : !DoesBusiness() ? No("系统管理员和审计员不能查看业务内容。")
        : IsOffice() ? Yes
        : _person.Unit is { } unit && _case.Concerned.Contains(unit) ? Yes
        : No("本事项与您所在单位无关，不能查看。");

    private string? WrongDoer(CaseAction action) =>
        action.Doer switch
        {
            Doer.Office => IsOffice() ? null : $"只有联席会议办公室可以“{action.Label}”。",
            Doer.Administrator => _person.Is(Role.Administrator) ? null : $"只有系统管理员可以“{action.Label}”。",
            Doer.System => _person.Is(Role.System) ? null : $"“{action.Label}”由系统自动执行。",
        };

    private bool IsOffice() =>
        _person.Is(Role.OfficeClerk) && (_case.OfficeUnit is null || _case.OfficeUnit == _person.Unit);

    private bool DoesBusiness() => _person.Is(Role.OfficeClerk) || _person.Is(Role.Liaison) || _person.Is(Role.Head);

    private string? Settled(AskFact ask) =>
        _case.Closed
            ? "本事项已办结，不能再答复。"
            : ask.State switch
            {
                AskState.Open => null,
                AskState.Answered or AskState.Deemed when ask.MayBeRevised => null,
                AskState.Answered => "本轮已结束，答复不能再改。",
                AskState.Deemed => "已按逾期规则处理，本轮已结束。",
                AskState.Waiting => "尚未轮到该单位办理。",
                AskState.Withdrawn => "该请办已撤回。",
                AskState.Replaced => "该请办已转出，请到新的请办中办理。",
            };

    private AskFact? Find(string askId) => _case.Asks.FirstOrDefault(a => a.Id == askId);

    private string WhereItWaits() => string.Join("、", _case.Waiting.Select(w => w.Title));

    private static Permission.Refused No(string why) => new(why);
}
