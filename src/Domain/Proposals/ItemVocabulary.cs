using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Proposals;

/// <summary>The words in which requests about suggestions and proposals are answered.</summary>
public static class ItemVocabulary
{
    /// <summary>预分办征求意见, before the 交办会.</summary>
    public static readonly Vocabulary PreAssign = new(
        "preAssign",
        "预分办意见",
        TextBond.None,
        [
            new("agree", "同意承办", AnswerEffect.Consents),
            new("differ", "有不同意见", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>签收 by the unit that answers.</summary>
    public static readonly Vocabulary Accept = new(
        "accept",
        "建议提案签收",
        TextBond.None,
        [new("accept", "签收", AnswerEffect.Consents)]
    );

    /// <summary>协办(会办)意见, to the host and never to the signer.</summary>
    public static readonly Vocabulary CoOpinion = new(
        "coOpinion",
        "协办意见",
        TextBond.None,
        [
            new("opinion", "提出意见", AnswerEffect.Consents, NeedsText: true),
            new("nothing", "无补充意见", AnswerEffect.Neutral),
        ]
    );

    /// <summary>办理: progress, then the draft goes up.</summary>
    public static readonly Vocabulary Handle = new(
        "handle",
        "办理答复",
        TextBond.None,
        [
            new("progress", "报送进展", AnswerEffect.Interim, NeedsText: true),
            new("submit", "送审", AnswerEffect.Consents),
        ]
    );

    /// <summary>政府办审核 of replies with a higher risk.</summary>
    public static readonly Vocabulary ReplyReview = new(
        "replyReview",
        "答复审核",
        TextBond.None,
        [
            new("pass", "审核通过", AnswerEffect.Consents),
            new("sendBack", "退回修改", AnswerEffect.SendsBack, NeedsText: true),
        ]
    )
    {
        AnsweredBy = AnsweredBy.Office,
    };

    /// <summary>签发答复: by a head of the answering unit, on the text.</summary>
    public static readonly Vocabulary ReplySign = new(
        "replySign",
        "答复签发",
        TextBond.Signs,
        [
            new("sign", "签发", AnswerEffect.Consents),
            new("sendBack", "退回修改", AnswerEffect.SendsBack, NeedsText: true),
        ]
    )
    {
        AnsweredBy = AnsweredBy.Head,
        IsPersonal = true,
    };

    /// <summary>征询意见: asked of the congress or CPPCC office; settled when it releases the result.</summary>
    public static readonly Vocabulary Feedback = new(
        "feedback",
        "征询意见",
        TextBond.None,
        [
            new("satisfied", "满意", AnswerEffect.Consents),
            new("basically", "基本满意", AnswerEffect.Consents),
            new("dissatisfied", "不满意", AnswerEffect.Objects, NeedsText: true),
            new("none", "逾期未反馈", AnswerEffect.Neutral),
        ]
    )
    {
        AnsweredBy = AnsweredBy.OwnAction,
    };

    /// <summary>退回改办 to be ruled by the government office.</summary>
    public static readonly Vocabulary ReturnRuling = new(
        "returnRuling",
        "退回裁定",
        TextBond.None,
        [
            new("reassign", "同意退回，改办", AnswerEffect.Consents),
            new("uphold", "不同意退回，继续办理", AnswerEffect.Neutral, NeedsText: true),
        ]
    )
    {
        AnsweredBy = AnsweredBy.OwnAction,
    };

    /// <summary>延期申请 to be ruled by the government office.</summary>
    public static readonly Vocabulary ExtensionRuling = new(
        "extensionRuling",
        "延期批复",
        TextBond.None,
        [
            new("grant", "同意延期", AnswerEffect.Consents),
            new("refuse", "不同意延期", AnswerEffect.Neutral, NeedsText: true),
        ]
    )
    {
        AnsweredBy = AnsweredBy.OwnAction,
    };

    /// <summary>公开办理结果, with its own clock.</summary>
    public static readonly Vocabulary Publish = new(
        "publish",
        "公开办理结果",
        TextBond.None,
        [
            new("published", "已公开", AnswerEffect.Consents, NeedsText: true),
            new("withheld", "改为不公开", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>承诺 made in a reply, until it is kept or explained.</summary>
    public static readonly Vocabulary Commitment = new(
        "commitment",
        "承诺事项",
        TextBond.None,
        [
            new("progress", "报送进展", AnswerEffect.Interim, NeedsText: true),
            new("kept", "已兑现", AnswerEffect.Consents, NeedsText: true, NeedsEvidence: true),
            new("explained", "无法兑现，书面说明", AnswerEffect.Neutral, NeedsText: true),
        ]
    );

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Vocabulary> All =
    [
        PreAssign,
        Accept,
        CoOpinion,
        Handle,
        ReplyReview,
        ReplySign,
        Feedback,
        ReturnRuling,
        ExtensionRuling,
        Publish,
        Commitment,
    ];
}
