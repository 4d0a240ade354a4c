using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Asks;

/// <summary>How an answer is tied to the text it was given on.</summary>
public enum TextBond
{
    /// <summary>It is about no text.</summary>
    None,

    /// <summary>It signs the clauses seen, anew for every version.</summary>
    Signs,

    /// <summary>It signs the clauses seen, and stands (沿用) while the covered clauses stand.</summary>
    Carries,
}

/// <summary>Whose people may answer.</summary>
public enum AnsweredBy
{
    /// <summary>The unit that is asked.</summary>
    Unit,

    /// <summary>联席会议办公室: its clerks, not everybody of the unit it sits in.</summary>
    Office,

    /// <summary>A head of the unit in person.</summary>
    Head,

    /// <summary>Nobody directly: an action of its own, with more to it than a value, settles it.</summary>
    OwnAction,
}

/// <summary>
/// The words one kind of request is answered in. A receipt, a countersign, a signature, a report are the same ask
/// in different vocabularies.
/// </summary>
public sealed record Vocabulary(string Id, string Label, TextBond Bond, IReadOnlyList<AnswerValue> Values)
{
    /// <summary>Whose people may answer it.</summary>
    public AnsweredBy AnsweredBy { get; init; } = AnsweredBy.Unit;

    /// <summary>A certain person's own act, which no chain of the unit gives out.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>
    /// 逾期视为: a rule may let silence count as no objection. Never where somebody signs, takes over a duty or reports.
    /// </summary>
    public bool SilenceMayCount { get; init; }

    /// <summary>
    /// 意见可见范围: the case says who sees what was answered, so the history says only that it was. The words are with
    /// the answer, for whom they are for.
    /// </summary>
    public bool IsForSomeEyes { get; init; }

    /// <summary>The answer may say something about single clauses.</summary>
    public bool TakesPositions { get; init; }

    /// <summary>回执: attendance at a meeting.</summary>
    public static readonly Vocabulary Receipt = new(
        "receipt",
        "会议回执",
        TextBond.None,
        [
            new("attend", "参加", AnswerEffect.Consents),
            new("standIn", "派员代会", AnswerEffect.Consents),
            new("leave", "请假", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>会后确认: what a stand-in who had to take the matter back (带回研究) said, confirmed by the unit.</summary>
    public static readonly Vocabulary Confirmation = new(
        "confirmation",
        "会后确认",
        TextBond.None,
        [
            new("confirm", "确认会上意见", AnswerEffect.Consents),
            new("differ", "有不同意见", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>会签: only facts, responsibility and deadline of minutes may be disputed.</summary>
    public static readonly Vocabulary Countersign = new(
        "countersign",
        "会签",
        TextBond.Carries,
        [
            new("agree", "同意", AnswerEffect.Consents),
            new("agreeWithChanges", "原则同意（有修改意见）", AnswerEffect.Consents, NeedsText: true),
            new("object", "不同意", AnswerEffect.Objects, NeedsText: true),
            new("notConcerned", "不涉及本单位", AnswerEffect.Neutral),
        ]
    )
    {
        SilenceMayCount = true,
        TakesPositions = true,
    };

    /// <summary>签发: the convenor's signature.</summary>
    public static readonly Vocabulary Signature = new(
        "signature",
        "签发",
        TextBond.Signs,
        [
            new("sign", "签发", AnswerEffect.Consents),
            new("sendBack", "退回修改", AnswerEffect.SendsBack, NeedsText: true),
        ]
    )
    {
        IsPersonal = true,
    };

    /// <summary>签收: a unit takes over a task.</summary>
    public static readonly Vocabulary SignFor = new(
        "signFor",
        "任务签收",
        TextBond.None,
        [
            new("signed", "签收", AnswerEffect.Consents),
            new("dispute", "对分工有异议", AnswerEffect.Objects, NeedsText: true),
        ]
    );

    /// <summary>办理反馈: progress with evidence, then the request to close.</summary>
    public static readonly Vocabulary Report = new(
        "report",
        "办理反馈",
        TextBond.None,
        [
            new("progress", "报送进展", AnswerEffect.Interim, NeedsText: true),
            new("applyClose", "申请办结", AnswerEffect.Consents, NeedsText: true, NeedsEvidence: true),
        ]
    );

    /// <summary>定期报送: what a reporting duty asks for in one period; 零报告 is a report, silence is none.</summary>
    public static readonly Vocabulary PeriodicReport = new(
        "periodicReport",
        "定期报送",
        TextBond.None,
        [
            new("submit", "报送", AnswerEffect.Consents),
            new("nothing", "零报告（本期没有此项情况）", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>核实: the office verifies what was reported; 销号 closes the task.</summary>
    public static readonly Vocabulary Verify = new(
        "verify",
        "核实销号",
        TextBond.None,
        [
            new("close", "销号", AnswerEffect.Consents),
            new("sendBack", "退回补充", AnswerEffect.SendsBack, NeedsText: true),
        ]
    )
    {
        AnsweredBy = AnsweredBy.Office,
    };

    /// <summary>内部审核: one station of a unit's own chain (科室, 分管领导, 主要负责人) on what its drafter wrote.</summary>
    public static readonly Vocabulary Inner = new(
        "inner",
        "内部审核",
        TextBond.None,
        [
            new("approve", "同意报出", AnswerEffect.Consents),
            new("sendBack", "退回重拟", AnswerEffect.SendsBack, NeedsText: true),
        ]
    );

    /// <summary>征求意见: a unit's opinion on a draft, as a whole or clause by clause.</summary>
    public static readonly Vocabulary Opinion = new(
        "opinion",
        "征求意见",
        TextBond.Carries,
        [
            new("noObjection", "全文无意见", AnswerEffect.Consents),
            new("comments", "有修改意见", AnswerEffect.Neutral, NeedsText: true),
            new("object", "不同意", AnswerEffect.Objects, NeedsText: true),
            new("notConcerned", "不涉及本单位", AnswerEffect.Neutral),
        ]
    )
    {
        IsForSomeEyes = true,
        SilenceMayCount = true,
        TakesPositions = true,
    };

    /// <summary>采纳情况确认: what was done with its opinions is shown to the unit.</summary>
    public static readonly Vocabulary AdoptionConfirm = new(
        "adoptionConfirm",
        "采纳情况确认",
        TextBond.None,
        [
            new("accept", "认可采纳情况", AnswerEffect.Consents),
            new("differ", "仍有不同意见", AnswerEffect.Neutral, NeedsText: true),
        ]
    )
    {
        IsForSomeEyes = true,
    };

    /// <summary>联合签发: the head of every joint organ signs (党政机关公文处理工作条例 Art. 22); never deemed.</summary>
    public static readonly Vocabulary JointSignature = new(
        "jointSignature",
        "联合签发",
        TextBond.Signs,
        [
            new("sign", "签发", AnswerEffect.Consents),
            new("sendBack", "退回修改", AnswerEffect.SendsBack, NeedsText: true),
        ]
    )
    {
        IsPersonal = true,
    };

    /// <summary>协商意见: what a side says at one level of a disagreement.</summary>
    public static readonly Vocabulary Negotiation = new(
        "negotiation",
        "分歧协商",
        TextBond.None,
        [
            new("agreed", "达成一致", AnswerEffect.Consents, NeedsText: true),
            new("maintain", "坚持原意见", AnswerEffect.Objects, NeedsText: true),
        ]
    );

    /// <summary>协调裁定: whoever a disagreement was brought to settles it or passes it up.</summary>
    public static readonly Vocabulary Ruling = new(
        "ruling",
        "分歧裁定",
        TextBond.None,
        [
            new("ruled", "作出裁定", AnswerEffect.Consents, NeedsText: true),
            new("passUp", "报上一级协调", AnswerEffect.Objects, NeedsText: true),
        ]
    );

    /// <summary>Every vocabulary this product speaks.</summary>
    public static readonly IReadOnlyList<Vocabulary> All =
    [
        Receipt,
        Confirmation,
        Countersign,
        Signature,
        SignFor,
        Report,
        PeriodicReport,
        Verify,
        Inner,
        Opinion,
        AdoptionConfirm,
        JointSignature,
        Negotiation,
        Ruling,
        .. ItemVocabulary.All,
    ];

    /// <summary>The vocabulary of that id.</summary>
    /// <exception cref="KeyNotFoundException">No vocabulary has that id.</exception>
    public static Vocabulary Named(string id) =>
        All.FirstOrDefault(v => v.Id == id) ?? throw new KeyNotFoundException($"No vocabulary is named '{id}'.");

    /// <summary>The value of that id, or null where this vocabulary does not know it.</summary>
    public AnswerValue? Find(string value) => Values.FirstOrDefault(v => v.Id == value);
}
