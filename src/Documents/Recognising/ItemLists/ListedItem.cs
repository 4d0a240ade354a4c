using JointMeeting.Domain.Proposals;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>Something about a row that a person should look at.</summary>
/// <param name="Blocks">The row cannot be imported before it is put right in the list.</param>
public sealed record RowFinding(string Text, bool Blocks);

/// <summary>One suggestion or proposal as a row of the list gives it.</summary>
public sealed record ListedItem
{
    /// <summary>Where it stands, for a person who has the list open: 工作表“建议”第 5 行.</summary>
    public required string Place { get; init; }

    /// <summary>The kind the list names, or null where it says nothing.</summary>
    public ItemKind? Kind { get; init; }

    /// <summary>届次, as written.</summary>
    public string? Session { get; init; }

    /// <summary>The number without 第, 号 and leading zeros; null where it is missing.</summary>
    public string? Number { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? Lead { get; init; }
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>界别 or 代表团.</summary>
    public string? Constituency { get; init; }
    public string? Contact { get; init; }
    public IReadOnlyList<string> Suggested { get; init; } = [];
    public IReadOnlyList<string> Hosts { get; init; } = [];
    public IReadOnlyList<string> CoHandlers { get; init; } = [];
    public bool IsKey { get; init; }
    public string? Leader { get; init; }

    /// <summary>Number on the platform of the congress or the CPPCC.</summary>
    public string? Outside { get; init; }

    /// <summary>收到日期.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>交办日期.</summary>
    public DateOnly? AssignedOn { get; init; }

    /// <summary>The date that the list fixes for the reply.</summary>
    public DateOnly? FixedOn { get; init; }

    /// <summary>How far it has come; null where the list is no running ledger.</summary>
    public ListedCourse? Course { get; init; }
    public IReadOnlyList<RowFinding> Findings { get; init; } = [];

    /// <summary>Its cells as they stand, whatever was understood of them.</summary>
    public IReadOnlyDictionary<ItemColumn, string> Cells { get; init; } = new Dictionary<ItemColumn, string>();

    /// <summary>True where nothing blocks its import.</summary>
    public bool CanBeImported => !Findings.Any(f => f.Blocks);
}

/// <summary>A list as read: every row, good or bad, and what to know of the reading.</summary>
public sealed record ItemList(IReadOnlyList<ListedItem> Items, IReadOnlyList<string> Notices)
{
    /// <summary>截至日期 as the list states it; null where it does not.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>届次 as its title states it, for rows that state none; null where it does not.</summary>
    public string? Session { get; init; }

    /// <summary>A running ledger (在办台账): it tells how far its items have come.</summary>
    public bool IsLedger => Items.Any(item => item.Course is not null);
}
