using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Domain.Texts;

/// <summary>What a clause is in minutes.</summary>
public enum ClauseMark
{
    /// <summary>叙述: neither decided nor open.</summary>
    Narrative,

    /// <summary>议定: becomes a task when the minutes are issued.</summary>
    Decided,

    /// <summary>议过未定: discussed and left open; never becomes a task.</summary>
    Discussed,
}

/// <summary>The part of a clause that an opinion or signature is about.</summary>
/// <param name="Text">The wording.</param>
/// <param name="LeadUnits">牵头单位, in order.</param>
/// <param name="ResponsibleUnits">责任单位, in order.</param>
/// <param name="Deadline">The deadline as stated, or null.</param>
public sealed record ClauseText(
    string Text,
    IReadOnlyList<string> LeadUnits,
    IReadOnlyList<string> ResponsibleUnits,
    StatedDeadline? Deadline
)
{
    /// <summary>Every unit the clause names, lead first.</summary>
    public IEnumerable<string> Units => LeadUnits.Concat(ResponsibleUnits).Distinct();

    /// <summary>
    /// jm-clause-v1: SHA-256 (lower-case hex) over length-prefixed UTF-8 fields: NFC text with white space collapsed,
    /// lead and responsible units in order, normalised deadline. Number and position are not part of it, so a clause
    /// that only moved keeps its hash.
    /// </summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, "jm-clause-v1");
        Add(hash, Plain(Text));
        Add(hash, LeadUnits.Count.ToString());
        foreach (var unit in LeadUnits)
            Add(hash, unit);
        Add(hash, ResponsibleUnits.Count.ToString());
        foreach (var unit in ResponsibleUnits)
            Add(hash, unit);
        Add(hash, Deadline is null ? "" : Normalised(Deadline));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    /// <summary>The day where it says all; else the words too, for 30 days after issue are not 60.</summary>
    private static string Normalised(StatedDeadline deadline) =>
        deadline is { Kind: DeadlineKind.By or DeadlineKind.Point or DeadlineKind.OngoingUntil, Date: { } day }
            ? $"{deadline.Kind}|{day:yyyy-MM-dd}"
            : $"{deadline.Kind}|{deadline.Date:yyyy-MM-dd}|{Plain(deadline.Raw)}";

    private static string Plain(string text) =>
        string.Join(' ', Nfc.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
