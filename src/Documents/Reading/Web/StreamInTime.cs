using System.Diagnostics;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>Hands out its bytes in small pieces and none after a time: deeply nested tags take a parser time that grows with their square.</summary>
internal sealed class StreamInTime(byte[] bytes, TimeSpan limit) : MemoryStream(bytes, false)
{
    private const int Piece = 4096;
    private readonly long start = Stopwatch.GetTimestamp();

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, InTime(count));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..InTime(buffer.Length)]);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    private int InTime(int count) =>
        Stopwatch.GetElapsedTime(start) > limit ? throw new TimeoutException() : Math.Min(count, Piece);
}
