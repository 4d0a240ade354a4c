using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Notices.Learn;

/// <summary>What a person can teach by confirming.</summary>
public enum LearnedKind
{
    /// <summary>单位名称: a name that stands for a unit.</summary>
    Unit,

    /// <summary>表头: what a column with that heading holds.</summary>
    Column,

    /// <summary>台账状态: what a ledger's word says.</summary>
    Status,

    /// <summary>主送单位: which units a group of addressees stands for.</summary>
    Recipient,

    /// <summary>时限修复: what a damaged expression of time reads.</summary>
    Repair,
}

/// <summary>已学用法: a reading that a person of the office confirmed. It is proposed again, never applied unseen.</summary>
public sealed record LearnedRow
{
    public required string OfficeUnit { get; init; }
    public required LearnedKind Kind { get; init; }

    /// <summary>As documents write it.</summary>
    public required string Source { get; init; }

    /// <summary>What it was confirmed to mean.</summary>
    public required string Reading { get; init; }

    /// <summary>Who confirmed it last.</summary>
    public required string ConfirmedBy { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>How often this reading was confirmed.</summary>
    public required int Times { get; init; }
}

/// <summary>Keeps what people confirm.</summary>
internal static class Learned
{
    private const string That = "office_unit = @OfficeUnit and kind = @kind and source = @Source";

    /// <summary>What a decided proposal teaches; nothing where the document was read as it stands.</summary>
    public static async Task From(Step step, ProposalRow proposal, ProposalState state, string value)
    {
        if (state is not (ProposalState.Accepted or ProposalState.Corrected))
            return;
        if (state is ProposalState.Accepted && proposal.Doubt is null)
            return;
        foreach (var (kind, source, reading) in await Lessons.Of(step, proposal, value))
            await Keep(step, kind, source, reading);
    }

    private static async Task Keep(Step step, LearnedKind kind, string source, string reading)
    {
        if (step.File.Row.OfficeUnit is not { } office || source.Length == 0 || reading.Length == 0)
            return;
        var key = new
        {
            OfficeUnit = office,
            kind = kind.ToString(),
            Source = source,
        };
        var before = await step.Session.One<LearnedRow>($"select * from learned where {That}", key);
        await step.Session.Execute($"delete from learned where {That}", key);
        await step.Session.Insert(
            "learned",
            new LearnedRow
            {
                OfficeUnit = office,
                Kind = kind,
                Source = source,
                Reading = reading,
                ConfirmedBy = step.Actor.Name,
                ConfirmedAt = step.Now,
                Times = before?.Reading == reading ? before.Times + 1 : 1,
            }
        );
    }
}
