namespace JointMeeting.Domain.Proposals;

/// <summary>并案: items that ask for the same are handled together under one of them.</summary>
public static class MergeRule
{
    /// <summary>Why one item may not be merged into the other, or null.</summary>
    public static string? Refusal(string item, string into, ItemKind kind, ItemKind intoKind, bool intoIsMerged) =>
        item == into ? "不能并入自身,请选择另一件。"
        : ItemKinds.IsOfCongress(kind) != ItemKinds.IsOfCongress(intoKind)
            ? "建议与提案的交办机关不同,不能并案;可互相参阅、分别答复。"
        : intoIsMerged ? "所选的件已并入其他件,请并入其主件。"
        : null;
}
