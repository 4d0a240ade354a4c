using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JointMeeting.Ledger.Audit;

/// <summary>One entry of a case's trail as stored.</summary>
public sealed record AuditEntry
{
    /// <summary>The case.</summary>
    public required string Stream { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>When, UTC, stored form.</summary>
    public required string At { get; init; }

    /// <summary>Account id, or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The name people read.</summary>
    public required string ActorName { get; init; }

    /// <summary>代: for whom the actor acted, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The action.</summary>
    public required string Kind { get; init; }

    /// <summary>What was done, exact bytes; null once erased.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>Random, so that an erased payload cannot be guessed from its commitment.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>SHA-256 of salt and payload.</summary>
    public required string Commitment { get; init; }

    /// <summary>Hash of the entry before, or 64 zeros.</summary>
    public required string Previous { get; init; }

    /// <summary>Hash of this entry.</summary>
    public required string Hash { get; init; }
}

/// <summary>
/// The chain of one case. The entry commits to H(salt‖payload), so personal data can be erased later without breaking
/// the chain, and each entry commits to the one before.
/// </summary>
public static class Trail
{
    /// <summary>What the first entry has before it.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>H(salt‖payload), lower-case hex.</summary>
    public static string Commit(byte[] salt, byte[] payload) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. payload]));

    /// <summary>The hash of an entry over all its fields, each with its length.</summary>
    public static string HashOf(AuditEntry e)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] fields =
        [
            "jm-audit-v1",
            e.Stream,
            e.Seq.ToString(),
            e.At,
            e.Actor,
            e.ActorName,
            e.OnBehalfOf ?? "",
            e.Kind,
            e.Commitment,
            e.Previous,
        ];
        Span<byte> length = stackalloc byte[4];
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The next entry of a stream.</summary>
    public static AuditEntry Next(
        string stream,
        long seq,
        string previous,
        string at,
        (string Id, string Name, string? OnBehalfOf) actor,
        string kind,
        byte[] payload
    )
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var entry = new AuditEntry
        {
            Stream = stream,
            Seq = seq,
            At = at,
            Actor = actor.Id,
            ActorName = actor.Name,
            OnBehalfOf = actor.OnBehalfOf,
            Kind = kind,
            Payload = payload,
            Salt = salt,
            Commitment = Commit(salt, payload),
            Previous = previous,
            Hash = "",
        };
        return entry with { Hash = HashOf(entry) };
    }
}
