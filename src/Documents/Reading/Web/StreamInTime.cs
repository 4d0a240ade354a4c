namespace JointMeeting.Documents.Reading.Web;

/// <summary>
/// Hands out its bytes in small pieces and none after so much processor time: deeply nested tags take a parser time that
/// grows with their square. Not the clock's time: on a busy machine a harmless page may wait long.
/// </summary>
internal sealed class StreamInTime(byte[] bytes, TimeSpan limit) : MemoryStream(bytes, false)
{
    private const int Piece = 4096;
    private readonly TimeSpan start = Environment.CpuUsage.TotalTime;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, InTime(count));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..InTime(buffer.Length)]);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    private int InTime(int count) =>
        Environment.CpuUsage.TotalTime - start > limit ? throw new TimeoutException() : Math.Min(count, Piece);
}
