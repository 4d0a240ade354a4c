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

    /// <summary>Verifies one stream, or all; people may go on working meanwhile.</summary>
    public static async Task<VerificationResult> Run(Session session, string? only = null)
    {
        var streams = await session.Query<string>(
            "select stream from audit_entry union select id from cases order by 1"
        );
        var faults = new List<Fault>();
        var (verified, entries) = (0L, 0L);
        foreach (var stream in streams.Where(s => only is null || s == only))
        {
            var (head, trail) = await ReadWhole(session, stream);
            verified++;
            entries += trail.Count;
            faults.AddRange(Check(stream, trail));
            var (seq, hash) = trail is [.., var last] ? (last.Seq, last.Hash) : (0, Trail.Root);
            if (head is null)
                faults.Add(new Fault(stream, 0, "留痕所属的事项已不存在"));
            else if (head != new Head(seq, hash))
                faults.Add(new Fault(stream, seq, "末条留痕与事项记录不一致，可能有条目被删除或增加"));
        }
        return new VerificationResult(verified, entries, faults);
    }

    private sealed record Head
    {
        public Head() { }

        public Head(long seq, string hash) => (Seq, Hash) = (seq, hash);

        public long Seq { get; init; }
        public string Hash { get; init; } = "";
    }

    /// <summary>The trail with the head that goes with it: where a step came between, both are read again.</summary>
    private static async Task<(Head? Head, IReadOnlyList<AuditEntry> Trail)> ReadWhole(Session session, string stream)
    {
        var head = await HeadOf(session, stream);
        while (true)
        {
            var trail = await session.Query<AuditEntry>(Entries, new { stream });
            var after = await HeadOf(session, stream);
            if (after == head)
                return (head, trail);
            head = after;
        }
    }

    private static Task<Head?> HeadOf(Session session, string stream) =>
        session.One<Head>("select audit_seq as seq, audit_head as hash from cases where id = @stream", new { stream });

    private static IEnumerable<Fault> Check(string stream, IReadOnlyList<AuditEntry> trail)
    {
        var (expected, previous) = (1L, Trail.Root);
        foreach (var e in trail)
        {
            if (e.Seq != expected)
                yield return new Fault(stream, e.Seq, $"序号不连续：缺少第 {expected} 条");
            if (e.Payload is not null && Trail.Commit(e.Salt, e.Payload) != e.Commitment)
                yield return new Fault(stream, e.Seq, "内容与当时的承诺值不符，内容被改动");
            if (e.Previous != previous)
                yield return new Fault(stream, e.Seq, "与上一条的衔接断裂");
            if (Trail.HashOf(e) != e.Hash)
                yield return new Fault(stream, e.Seq, "条目摘要不符，时间、人员或动作被改动");
            (expected, previous) = (e.Seq + 1, e.Hash);
        }
    }
}
