namespace JointMeeting.Domain.Proposals;

/// <summary>What kind of matter was handed over (建议、提案、议案转建议、执法检查意见、视察意见、审议意见).</summary>
public enum ItemKind
{
    /// <summary>代表建议、批评和意见.</summary>
    Suggestion,

    /// <summary>政协提案.</summary>
    Proposal,

    /// <summary>议案转建议: a motion of deputies that is handled as a suggestion.</summary>
    MotionAsSuggestion,

    /// <summary>执法检查意见 of the standing committee.</summary>
    InspectionOpinion,

    /// <summary>视察意见.</summary>
    VisitOpinion,

    /// <summary>审议意见.</summary>
    ReviewOpinion,
}

/// <summary>The Chinese names of kinds of items, and how they are recognised in a list.</summary>
public static class ItemKinds
{
    /// <summary>What people call it.</summary>
    public static string Label(ItemKind kind) =>
        kind switch
        {
            ItemKind.Suggestion => "建议",
            ItemKind.Proposal => "提案",
            ItemKind.MotionAsSuggestion => "议案转建议",
            ItemKind.InspectionOpinion => "执法检查意见",
            ItemKind.VisitOpinion => "视察意见",
            ItemKind.ReviewOpinion => "审议意见",
        };

    /// <summary>The kind that a list's words name, or null.</summary>
    public static ItemKind? Read(string words) =>
        words switch
        {
            _ when words.Contains("议案") => ItemKind.MotionAsSuggestion,
            _ when words.Contains("提案") => ItemKind.Proposal,
            _ when words.Contains("执法检查") => ItemKind.InspectionOpinion,
            _ when words.Contains("视察") => ItemKind.VisitOpinion,
            _ when words.Contains("审议") => ItemKind.ReviewOpinion,
            _ when words.Contains("建议") => ItemKind.Suggestion,
            _ => null,
        };

    /// <summary>True where the congress is the other side, false where the CPPCC is (人大 / 政协).</summary>
    public static bool IsOfCongress(ItemKind kind) => kind != ItemKind.Proposal;

    /// <summary>Whom the reply addresses: 代表 or 委员.</summary>
    public static string Signer(ItemKind kind) => IsOfCongress(kind) ? "代表" : "委员";
}
