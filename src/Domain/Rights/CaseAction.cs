namespace JointMeeting.Domain.Rights;

/// <summary>Who may do an action.</summary>
public enum Doer
{
    /// <summary>Clerks of the office that runs the case.</summary>
    Office,

    /// <summary>系统管理员.</summary>
    Administrator,

    /// <summary>Anyone of a unit that the case concerns.</summary>
    Concerned,

    /// <summary>Timers and messages.</summary>
    System,

    /// <summary>联络员 and heads, for what is their own unit's.</summary>
    UnitPeople,

    /// <summary>The congress or CPPCC office, or the government office: whoever received the item.</summary>
    Intake,

    /// <summary>The congress or CPPCC office the item came from.</summary>
    Counterpart,

    /// <summary>A unit that answers the item.</summary>
    Host,

    /// <summary>A unit that answers the item or assists.</summary>
    Handler,
}

/// <summary>One thing that can be done to a case, where, and by whom.</summary>
/// <param name="Id">Stable name, also of its command.</param>
/// <param name="Label">The word on the button.</param>
/// <param name="Kind">Kind of case; null for every kind but the house itself.</param>
/// <param name="Nodes">Steps where it may be done; empty means at any open step.</param>
/// <param name="Doer">Who may do it.</param>
/// <param name="Opens">It opens the case it acts on.</param>
public sealed record CaseAction(
    string Id,
    string Label,
    CaseKind? Kind,
    IReadOnlyList<string> Nodes,
    Doer Doer,
    bool Opens = false
)
{
    /// <summary>It is for cases of that kind.</summary>
    public bool IsFor(CaseKind kind) => Kind is { } one ? one == kind : kind != CaseKind.House;
}
