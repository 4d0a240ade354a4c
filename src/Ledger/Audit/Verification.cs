namespace JointMeeting.Ledger.Audit;

/// <summary>A place where the trail does not hold.</summary>
/// <param name="Stream">The case.</param>
/// <param name="Seq">The entry, or 0 for the stream as a whole.</param>
/// <param name="Why">What is wrong, zh-CN.</param>
public sealed record Fault(string Stream, long Seq, string Why);

/// <summary>What a verification found.</summary>
public sealed record VerificationResult(long Streams, long Entries, IReadOnlyList<Fault> Faults)
{
    /// <summary>True where everything holds.</summary>
    public bool Holds => Faults.Count == 0;
}

/// <summary>核验: reads every stream and recomputes every hash.</summary>
public static class Verification
{
    private const string Entries = """
        select stream, seq, at, actor, actor_name as ActorName, on_behalf_of as OnBehalfOf, kind, payload, salt,
               commitment, previous, hash
          from audit_entry where stream = @stream order by seq
        """;

    /// <summary>Verifies one stream, or all.</summary>
    public static async Task<VerificationResult> Run(Session session, string? only = null)
    {
        var heads = (
            await session.Query<(string Id, long Seq, string Head)>(
                "select id, audit_seq, audit_head from cases order by id"
            )
        ).ToDictionary(h => h.Id, StringComparer.Ordinal);
        var streams = await session.Query<string>("select distinct stream from audit_entry order by stream");
        var faults = new List<Fault>();
        var entries = 0L;
        foreach (var stream in streams.Union(heads.Keys).Where(s => only is null || s == only))
        {
            var trail = await session.Query<AuditEntry>(Entries, new { stream });
            entries += trail.Count;
            faults.AddRange(Check(stream, trail));
            if (!heads.TryGetValue(stream, out var head))
                faults.Add(new Fault(stream, 0, "留痕所属的事项已不存在"));
            else if (head.Seq != trail.Count || head.Head != (trail.Count == 0 ? Trail.Root : trail[^1].Hash))
                faults.Add(new Fault(stream, trail.Count, "末条留痕与事项记录不一致，可能有条目被删除或增加"));
        }
        return new VerificationResult(streams.Count, entries, faults);
    }

    private static IEnumerable<Fault> Check(string stream, IReadOnlyList<AuditEntry> trail)
    {
        var previous = Trail.Root;
        for (var i = 0; i < trail.Count; i++)
        {
            var e = trail[i];
            if (e.Seq != i + 1)
                yield return new Fault(stream, e.Seq, $"序号不连续：应为第 {i + 1} 条");
            if (e.Payload is not null && Trail.Commit(e.Salt, e.Payload) != e.Commitment)
                yield return new Fault(stream, e.Seq, "内容与当时的承诺值不符，内容被改动");
            if (e.Previous != previous)
                yield return new Fault(stream, e.Seq, "与上一条的衔接断裂");
            if (Trail.HashOf(e) != e.Hash)
                yield return new Fault(stream, e.Seq, "条目摘要不符，时间、人员或动作被改动");
            previous = e.Hash;
        }
    }
}
