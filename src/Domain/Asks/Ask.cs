namespace JointMeeting.Domain.Asks;

/// <summary>Where one request to one unit stands. Deemed is not agreed: it is a state of its own.</summary>
public enum AskState
{
    /// <summary>待发: its group in the round has not been reached.</summary>
    Waiting,

    /// <summary>待办: the unit has been asked and has not settled it.</summary>
    Open,

    /// <summary>已委托: another unit works on it first; then it comes back to this one.</summary>
    Delegated,

    /// <summary>已答复: a person of the unit, or the office for it (代录), settled it.</summary>
    Answered,

    /// <summary>逾期视为: the due day passed and the rule set says what that means.</summary>
    Deemed,

    /// <summary>已撤回: the round ended without the unit's answer.</summary>
    Withdrawn,

    /// <summary>已转出: another ask took its place.</summary>
    Replaced,
}

/// <summary>How an answer came about. Only <see cref="Explicit"/> is the unit's own act in this system.</summary>
public enum AnswerOrigin
{
    /// <summary>本人答复.</summary>
    Explicit,

    /// <summary>逾期视为, under a rule that allows it.</summary>
    Deemed,

    /// <summary>沿用: an earlier signature that still stands on every covered clause.</summary>
    Carried,

    /// <summary>代录: given by phone or on paper, entered by the office with its evidence.</summary>
    Recorded,

    /// <summary>拟稿: drafted inside the unit and not yet its word; nobody outside sees it.</summary>
    Drafted,

    /// <summary>对代录有异议: the unit says that what the office recorded is not its word.</summary>
    Contested,
}

/// <summary>What one answer does to the round.</summary>
public enum AnswerEffect
{
    /// <summary>Counts for: 同意, 签收, 签发, 销号.</summary>
    Consents,

    /// <summary>Settles the ask without taking a side: 请假, 不涉及本单位.</summary>
    Neutral,

    /// <summary>Counts against and waits for the office to resolve it: 不同意.</summary>
    Objects,

    /// <summary>Returns the case to the step the definition names: 退回修改, 退回补充.</summary>
    SendsBack,

    /// <summary>Is kept, and leaves the ask open: 报送进展.</summary>
    Interim,
}

/// <summary>One value a unit may answer with.</summary>
/// <param name="Id">Stable name used in messages and the database.</param>
/// <param name="Label">What pages and papers print.</param>
/// <param name="Effect">What it does to the round.</param>
/// <param name="NeedsText">A reason or text must be given with it.</param>
/// <param name="NeedsEvidence">A file must be given with it.</param>
public sealed record AnswerValue(
    string Id,
    string Label,
    AnswerEffect Effect,
    bool NeedsText = false,
    bool NeedsEvidence = false
);

/// <summary>One ask of a round, with its latest answer and the group of the round it is in.</summary>
public sealed record AskStanding(string Unit, AskState State, AnswerEffect? Effect, int Group = 0);

/// <summary>In which order the units of a round are asked.</summary>
public enum AskOrder
{
    /// <summary>并行: all at once.</summary>
    Parallel,

    /// <summary>依次: one after the other.</summary>
    Sequential,

    /// <summary>分组: ordinary units at once, then 财政, 编制 and 司法, then the lead's head.</summary>
    Grouped,
}
