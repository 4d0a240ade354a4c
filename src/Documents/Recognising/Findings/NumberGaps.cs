namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Numbers of headings and clauses that jump (4. and then 6.): what stood between is missing.</summary>
internal static class NumberGaps
{
    /// <summary>A wider jump is another way of numbering.</summary>
    private const int Widest = 4;

    public static IEnumerable<Finding> Find(Sheet sheet)
    {
        var last = new Dictionary<BlockLevel, Block>();
        var part = 0;
        foreach (var block in Blocks.Of(sheet).Where(block => block.Level is not BlockLevel.Free))
        {
            if (block.Part != part)
                last.Clear();
            part = block.Part;
            if (
                last.TryGetValue(block.Level, out var before)
                && before.Number > 0
                && block.Number > before.Number + 1
                && block.Number <= before.Number + Widest
            )
                yield return new(
                    FindingKind.CountMismatch,
                    null,
                    null,
                    $"编号由“{before.Label}”跳到“{block.Label}”,中间可能缺了内容,请核对原文。",
                    [],
                    block.Lines[0].Number,
                    0.7
                );
            last[block.Level] = block;
            // （一） and 1. may begin anew below each heading.
            if (block.Level is BlockLevel.First)
                last.Remove(BlockLevel.Second);
        }
    }
}
