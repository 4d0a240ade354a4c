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

    /// <summary>Every action with its answer, in the order of the table.</summary>
    public IReadOnlyList<(CaseAction Action, Permission Permission)> All() => [.. Actions.All.Select(a => (a, To(a)))];

    /// <summary>May the person do this action now?</summary>
    public Permission To(CaseAction action)
    {
        if (!action.IsFor(_case.Kind))
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
        if ((StandsStill(action) ?? LeadsNowhere(action) ?? HandlingWords.Askees(_case, action)) is { } still)
            return No(still);
        return action.Nodes.Count == 0 || _case.Waiting.Any(w => action.Nodes.Contains(w.Node))
            ? Yes
            : No($"当前环节为“{WhereItWaits()}”，此时不能“{action.Label}”。");
    }

    /// <summary>May the office return the case from where it waits to that step?</summary>
    public Permission ToReturn(string to) =>
        To(Actions.Return) is Permission.Refused refused ? refused
        : _case.Waiting.Any(w => w.ReturnsTo?.Contains(to) is true) ? Yes
        : No($"“{WhereItWaits()}”不能退回到该环节。");

    /// <summary>May the person take its own last move back (撤回)? Only while nobody has gone on from it.</summary>
    public Permission ToTakeBack() =>
        _case.Closed ? No("本事项已办结，不能撤回。")
        : StandsStill() is { } still ? No(still)
        : _case.LastMovedBy is null ? No("下一环节已经开始办理，不能撤回。")
        : _case.LastMovedBy == _person.Id ? Yes
        : No("只有上一步的办理人可以撤回。");

    /// <summary>May the person answer this ask: as the unit itself, or for its holder (代)?</summary>
    public Permission ToAnswer(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (Settled(ask) is { } why)
            return No(why);
        if (!_person.DoesBusiness)
            return No("系统管理员和审计员不办理业务，不能答复。");
        if (ask.ForSeat)
            return ask.Holder == _person.Id || ask.StandIns?.Contains(_person.Id) is true
                ? Yes
                : No("该事项须由本人办理；代为办理请由本人设置代办人，或由联席会议办公室代录。");
        return IsOfAskedUnit(ask);
    }

    /// <summary>May the person enter an answer that came by phone or on paper (代录)?</summary>
    public Permission ToRecord(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (ask.IsInner)
            return No("内部审核由该单位自行办理，不能代录。");
        return Settled(ask) is { } why ? No(why)
            : IsOffice() && Vocabulary.Named(ask.Vocabulary).AnsweredBy != AnsweredBy.OwnAction ? Yes
            : Vocabulary.Named(ask.Vocabulary).AnsweredBy == AnsweredBy.OwnAction
                ? No("该事项不能代录，请在事项页面中办理。")
            : No($"只有{OfficeName()}可以代录。");
    }

    /// <summary>May the person hand the ask to another unit that works on it first (委托), or call it back?</summary>
    public Permission ToDelegate(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (StandsStill() is { } still)
            return No(still);
        if (ask.ForSeat || Vocabulary.Named(ask.Vocabulary).IsPersonal)
            return No("须由本人办理的事项不能委托；请由本人设置代办人。");
        if (_case.Kind is CaseKind.Suggestion or CaseKind.Proposal && ask.State == AskState.Open)
            return No("建议提案的承办单位由“交办”和“裁定退回”确定，不能委托；不属本单位职责的请申请退回。");
        return ask.State is AskState.Open or AskState.Delegated ? IsOfAskedUnit(ask) : No("该请办已经办理，不能委托。");
    }

    /// <summary>May the person give a station of its unit's own chain to a colleague (转办)?</summary>
    public Permission ToPassOn(string askId) =>
        Find(askId) is not { } ask ? No("该请办不存在或不属于本事项。")
        : !ask.IsInner ? No("只有内部审核可以转办；发给本单位的请办，本单位人员都可以办理。")
        : ask.State != AskState.Open ? No("该级审核尚未轮到或已经办理，不能转办。")
        : ToAnswer(askId);

    /// <summary>May the unit contest what the office recorded for it (对代录提出异议)?</summary>
    public Permission ToContest(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (!ask.IsRecorded)
            return No("本单位的答复不是代录的，可以直接修改。");
        return _case.Closed ? No("本事项已办结，不能再提出异议。")
            : StandsStill() is { } still ? No(still)
            : IsOfAskedUnit(ask);
    }

    /// <summary>Everybody changes the own password, and nobody another's.</summary>
    public Permission ToChangeOwnPassword() =>
        _case.Kind == CaseKind.House && !_person.Is(Role.System) ? Yes : No("只能修改本人账号的密码。");

    /// <summary>Timers are the system's; no account fires them.</summary>
    public Permission ToFireTimer() => _person.Is(Role.System) ? Yes : No("定时事项由系统自动执行。");

    /// <summary>May the person read the case? Administrators and auditors see no business content.</summary>
    public Permission ToRead() =>
        _person.Is(Role.System) ? Yes
        : _case.Kind == CaseKind.House ? (_person.Is(Role.Administrator) ? Yes : No("只有系统管理员可以查看。"))
        : !_person.DoesBusiness ? No("系统管理员和审计员不能查看业务内容。")
        : IsOffice() || (_case.Handling is not null && IsCounterpart()) ? Yes
        : _person.Unit is { } unit && _case.Concerned.Contains(unit) ? Yes
        : No("本事项与您所在单位无关，不能查看。");

    private Permission IsOfAskedUnit(AskFact ask)
    {
        if (_person.Unit != ask.Unit)
            return No("该请办发给其他单位，您不能代为答复。");
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        return vocabulary.AnsweredBy switch
        {
            AnsweredBy.Office when !IsOffice() => No($"只有{OfficeName()}经办人可以办理“{vocabulary.Label}”。"),
            AnsweredBy.Head when !_person.Is(Role.Head) => No($"“{vocabulary.Label}”须由单位负责人本人办理。"),
            AnsweredBy.Head when SigningWords.NotThePrincipal(_person, ask, vocabulary.Label) is { } why => No(why),
            AnsweredBy.OwnAction => No($"“{vocabulary.Label}”请在事项页面中办理，不能直接答复。"),
            _ => Yes,
        };
    }

    private string? WrongDoer(CaseAction action) =>
        action.Doer switch
        {
            Doer.Office => IsOffice() ? null : $"只有{OfficeName()}可以“{action.Label}”。",
            Doer.Administrator => _person.Is(Role.Administrator) ? null : $"只有系统管理员可以“{action.Label}”。",
            Doer.Concerned => _person.DoesBusiness && _person.Unit is { } unit && _case.Concerned.Contains(unit)
                ? null
                : $"只有与本事项有关的单位可以“{action.Label}”。",
            Doer.System => _person.Is(Role.System) ? null : $"“{action.Label}”由系统自动执行。",
            Doer.UnitPeople => _person.Unit is not null && _person.DoesBusiness
                ? null
                : $"“{action.Label}”由本单位人员办理。",
            Doer.Intake => Receives() ? null : $"只有{Receivers()}可以“{action.Label}”。",
            Doer.Counterpart => IsCounterpart() ? null : $"只有{CounterpartName()}可以“{action.Label}”。",
            Doer.Host => HandlingWords.Host(_person, _case.Handling, action.Label),
            Doer.Handler => HandlingWords.Handler(_person, _case.Handling, action.Label),
        };

    /// <summary>Why an action cannot be done on a paused case, or only on one; null where it can.</summary>
    private string? StandsStill(CaseAction action) =>
        action == Actions.Resume ? (_case.Paused is null ? $"本事项没有暂停，不能“{action.Label}”。" : null)
        : action == Actions.CancelTask || action.Doer == Doer.System ? null
        : _case.Paused is { } why ? $"本事项已暂停（{why}），不能“{action.Label}”。请先恢复。"
        : null;

    /// <summary>Why a return or a jump back has no target from here; null where it has one.</summary>
    private string? LeadsNowhere(CaseAction action) =>
        action == Actions.Return && _case.Waiting.All(w => w.ReturnsTo is not { Count: > 0 })
            ? $"当前环节为“{WhereItWaits()}”，不能“{action.Label}”到以前的环节。"
        : action == Actions.JumpBack && _case.Waiting.All(w => w.ComesBackTo is null)
            ? $"本环节不是退回后再办，不能“{action.Label}”。"
        : null;

    private string? StandsStill() => _case.Paused is { } why ? $"本事项已暂停（{why}），恢复后再办理。" : null;

    private bool IsOffice() => _person.Is(OfficeRole()) && Runs();

    /// <summary>
    /// Suggestions and proposals, and disagreements about them, are run by the government's office, not by that of a
    /// joint meeting.
    /// </summary>
    private Role OfficeRole() =>
        _case.Kind is CaseKind.Suggestion or CaseKind.Proposal || _case.Handling is not null
            ? Role.GovernmentOffice
            : Role.OfficeClerk;

    private string OfficeName() => Person.LabelOf(OfficeRole());

    private bool IsCounterpart() =>
        CounterpartRoles().Any(_person.Is)
        && (_case.Handling is not { } handling || handling.Counterpart == _person.Unit);

    private IReadOnlyList<Role> CounterpartRoles() =>
        _case.Kind switch
        {
            CaseKind.Suggestion => [Role.CongressOffice],
            CaseKind.Proposal => [Role.CppccOffice],
            CaseKind.House => [Role.CongressOffice, Role.CppccOffice],
            _ => [],
        };

    private string CounterpartName() => string.Join("、", CounterpartRoles().Select(Person.LabelOf));

    /// <summary>Who takes items in: the government's office and the office of the congress or the CPPCC.</summary>
    private bool Receives() => _person.Is(Role.GovernmentOffice) && Runs() || IsCounterpart();

    private bool Runs() => _case.OfficeUnit is null || _case.OfficeUnit == _person.Unit;

    private string Receivers() => $"{CounterpartName()}或{Person.LabelOf(Role.GovernmentOffice)}";

    private string? Settled(AskFact ask) =>
        _case.Closed
            ? "本事项已办结，不能再答复。"
            : StandsStill()
                ?? ask.State switch
                {
                    AskState.Open => null,
                    AskState.Answered or AskState.Deemed when ask.MayBeRevised && !ask.IsInner => null,
                    AskState.Answered => "本轮已结束，答复不能再改。",
                    AskState.Deemed => "已按逾期规则处理，本轮已结束。",
                    AskState.Waiting => "尚未轮到该单位办理。",
                    AskState.Delegated => "已委托其他单位先行办理，办理后将返回；也可以收回委托。",
                    AskState.Withdrawn => "该请办已撤回。",
                    AskState.Replaced => "该请办已转出，请到新的请办中办理。",
                };

    private AskFact? Find(string askId) => _case.Asks.FirstOrDefault(a => a.Id == askId);

    private string WhereItWaits() => string.Join("、", _case.Waiting.Select(w => w.Title));

    private static Permission.Refused No(string why) => new(why);
}
