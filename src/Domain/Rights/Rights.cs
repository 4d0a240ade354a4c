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
public sealed partial class Rights
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

    private string WhereItWaits() => string.Join("、", _case.Waiting.Select(w => w.Title));

    private static Permission.Refused No(string why) => new(why);
}
