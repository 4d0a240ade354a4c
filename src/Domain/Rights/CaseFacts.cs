using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Rights;

/// <summary>What a case is about.</summary>
public enum CaseKind
{
    /// <summary>系统设置: accounts and units; one case for the whole installation.</summary>
    House,

    /// <summary>来文: an imported notice whose proposals are confirmed one by one.</summary>
    Notice,

    /// <summary>联席会议 as a mechanism.</summary>
    Mechanism,

    /// <summary>One meeting (会议).</summary>
    Meeting,

    /// <summary>督办事项.</summary>
    Task,

    /// <summary>定期报送: one period of a reporting duty.</summary>
    Report,

    /// <summary>方案: a plan from first draft to joint issuance.</summary>
    Plan,

    /// <summary>分歧: a disagreement on its way up.</summary>
    Disagreement,

    /// <summary>人大代表建议, and what is handled like one (议案转建议、审议意见).</summary>
    Suggestion,

    /// <summary>政协提案.</summary>
    Proposal,
}

/// <summary>A step where a case waits.</summary>
/// <param name="ReturnsTo">Steps the office may return it to (退回), earlier ones only.</param>
/// <param name="ComesBackTo">Step that a return came from, to jump back to (跳回); null where it came by no return.</param>
public sealed record WaitingAt(
    string Node,
    string Title,
    IReadOnlyList<string>? ReturnsTo = null,
    string? ComesBackTo = null
);

/// <summary>Which head of a unit signs, where a head must.</summary>
public enum SigningHead
{
    /// <summary>负责人: any head.</summary>
    Any,

    /// <summary>主要负责人本人.</summary>
    Principal,

    /// <summary>主要负责人, or the head who acts for him (代).</summary>
    PrincipalOrStandIn,
}

/// <summary>An ask as rights see it.</summary>
/// <param name="Id">Ask id.</param>
/// <param name="Unit">The unit that is asked.</param>
/// <param name="Holder">Account that must answer in person, or null where anyone of the unit may.</param>
/// <param name="Vocabulary">What it asks.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayBeRevised">Its round has not ended, so a given answer may be replaced by a newer one.</param>
/// <param name="ForSeat">It names a seat or a person, so a certain person must answer.</param>
/// <param name="StandIns">Accounts that act for the holder today (代).</param>
/// <param name="IsInner">It is a station of the unit's own chain; nobody outside the unit sees it.</param>
/// <param name="IsRecorded">What stands now was entered by the office (代录).</param>
/// <param name="Signing">Which head of the unit must sign; with a principal one, <paramref name="Holder"/> is that head.</param>
public sealed record AskFact(
    string Id,
    string Unit,
    string? Holder,
    string Vocabulary,
    AskState State,
    bool MayBeRevised,
    bool ForSeat,
    IReadOnlyList<string>? StandIns = null,
    bool IsInner = false,
    bool IsRecorded = false,
    SigningHead Signing = SigningHead.Any
);

/// <summary>All that rights depend on: the state carries the rights, pages and commands do not.</summary>
/// <param name="OfficeUnit">The unit whose clerks run the case; null while nobody does yet.</param>
/// <param name="Concerned">Units that may read it: members, all who were asked, and all who got a copy.</param>
/// <param name="Paused">Why it is paused (暂停); null while it runs.</param>
/// <param name="LastMovedBy">Account whose last move nobody has gone on from yet; null where somebody has.</param>
public sealed record CaseFacts(
    string Id,
    CaseKind Kind,
    string Title,
    string? OfficeUnit,
    bool Closed,
    IReadOnlyList<WaitingAt> Waiting,
    IReadOnlyList<AskFact> Asks,
    IReadOnlySet<string> Concerned,
    string? Paused = null,
    string? LastMovedBy = null
)
{
    /// <summary>Who answers a suggestion or proposal and who assists; null for other kinds of case.</summary>
    public HandlingFacts? Handling { get; init; }
}

/// <summary>Who does what with a suggestion or proposal.</summary>
/// <param name="Counterpart">Unit of the congress or CPPCC office it came from.</param>
/// <param name="Hosts">Units that answer it (主办、独办、分办).</param>
/// <param name="CoHandlers">Units that assist (协办、会办).</param>
public sealed record HandlingFacts(string Counterpart, IReadOnlySet<string> Hosts, IReadOnlySet<string> CoHandlers);
