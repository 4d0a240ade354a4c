using System.Buffers.Binary;
using System.Security.Cryptography;

namespace JointMeeting.Ledger;

/// <summary>
/// Ids in time order (UUIDv7) that keep their order within one millisecond, because the trail, the answers and the
/// messages are read in the order of their ids, and a test's clock may stand still.
/// </summary>
public static class Ids
{
    private static int _made;

    /// <summary>The next id at that time.</summary>
    public static string New(DateTimeOffset now)
    {
        // Steps take turns and each keeps its own moment, so the count never starts anew; it is 24 bits long.
        var count = Interlocked.Increment(ref _made);
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        bytes[6] = (byte)(0x70 | ((count >> 20) & 0x0F));
        bytes[7] = (byte)(count >> 12);
        bytes[8] = (byte)(0x80 | ((count >> 6) & 0x3F));
        bytes[9] = (byte)((bytes[9] & 0x03) | ((count & 0x3F) << 2));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
