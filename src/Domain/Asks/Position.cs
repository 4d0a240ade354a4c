namespace JointMeeting.Domain.Asks;

/// <summary>What a unit says about one clause.</summary>
public enum PositionValue
{
    /// <summary>无意见.</summary>
    NoObjection,

    /// <summary>有修改意见.</summary>
    Amend,

    /// <summary>不同意.</summary>
    Object,

    /// <summary>不涉及本单位.</summary>
    NotConcerned,
}

/// <summary>One unit's position on one clause.</summary>
/// <param name="Clause">The clause; null for the text as a whole.</param>
/// <param name="Text">The wording wanted, or the reason.</param>
/// <param name="Basis">The rule or document it rests on.</param>
public sealed record Position(string? Clause, PositionValue Value, string? Text = null, string? Basis = null)
{
    /// <summary>True where the drafter must decide on it (采纳情况).</summary>
    public bool WantsChange => Value is PositionValue.Amend or PositionValue.Object;

    /// <summary>What pages and papers print.</summary>
    public static string LabelOf(PositionValue value) =>
        value switch
        {
            PositionValue.NoObjection => "无意见",
            PositionValue.Amend => "有修改意见",
            PositionValue.Object => "不同意",
            PositionValue.NotConcerned => "不涉及",
        };
}

/// <summary>The positions on clauses say the same as the answer as a whole, and say what is wanted and why.</summary>
public static class PositionsMustFit
{
    /// <summary>The reason the answer cannot be taken, or null where it can.</summary>
    public static string? WhatIsWrong(Vocabulary vocabulary, AnswerValue value, IReadOnlyList<Position> positions)
    {
        if (positions.Count == 0)
            return null;
        if (!vocabulary.TakesPositions)
            return $"{vocabulary.Label}不能按条文提意见。";
        if (positions.Any(p => p.WantsChange && string.IsNullOrWhiteSpace(p.Text)))
            return "对条文有修改意见或者不同意的，请写明意见内容。";
        if (positions.Any(p => p.Value == PositionValue.Object && string.IsNullOrWhiteSpace(p.Basis)))
            return "不同意条文的，请写明依据（文件名称、文号或条款）。";
        var objects = positions.Any(p => p.Value == PositionValue.Object);
        if (objects && value.Effect != AnswerEffect.Objects)
            return $"有不同意的条文，总的意见不能选“{value.Label}”，请选“不同意”。";
        return positions.Any(p => p.WantsChange) && !value.NeedsText
            ? $"对条文提了意见，总的意见不能选“{value.Label}”。"
            : null;
    }
}
