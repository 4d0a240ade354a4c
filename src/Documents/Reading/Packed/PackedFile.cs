using System.IO.Compression;

namespace JointMeeting.Documents.Reading.Packed;

/// <summary>The parts of a packed document (DOCX, XLSX), each unpacked no further than a bound, however large it says it is.</summary>
internal sealed class PackedFile : IDisposable
{
    private const int MostParts = 5_000;
    private const long LargestWhole = 300L * 1024 * 1024;

    /// <summary>Below this size a high ratio is only a file that repeats itself.</summary>
    private const long SuspectFrom = 20L * 1024 * 1024;
    private const int HighestRatio = 100;

    private readonly ZipArchive archive;

    /// <summary>By path as other parts refer to it; of two parts with one path, the first.</summary>
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    /// <exception cref="InvalidDataException">No archive, or a damaged one.</exception>
    public PackedFile(byte[] bytes)
    {
        archive = new(new MemoryStream(bytes, false), ZipArchiveMode.Read);
        // What a part says of its size may be any number, so they are not added up.
        if (archive.Entries.Count > MostParts || archive.Entries.Any(part => part.Length > LargestWhole))
            throw Bomb();
        foreach (var part in archive.Entries)
            parts.TryAdd(Normal(part.FullName), part);
    }

    public bool Has(string path) => parts.ContainsKey(Normal(path));

    public bool HasAny(string ending) => Paths.Any(path => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every path that can be opened, in no order.</summary>
    public IReadOnlyCollection<string> Paths => parts.Keys;

    /// <summary>A part to be read forward, null when the file has none of that path.</summary>
    public Stream? Open(string path) =>
        parts.TryGetValue(Normal(path), out var part)
            ? new BoundedStream(part.Open(), part.CompressedLength, this)
            : null;

    public void Dispose() => archive.Dispose();

    /// <summary>
    /// A mark of secrecy may stand where nobody reads: in the header of the pages, in a watermark, in a hidden sheet.
    /// </summary>
    /// <exception cref="ImportRefusedException">A part has one.</exception>
    public void RefuseClassified()
    {
        foreach (var path in Paths.Where(path => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            Refusals.RefuseClassified(SafeXml.Written(Open(path)!));
    }

    private static string Normal(string path) => path.Replace('\\', '/').TrimStart('/');

    private void Count(int read, long ofPart, long packedPart)
    {
        unpacked += read;
        if (unpacked > LargestWhole || (ofPart > SuspectFrom && ofPart / HighestRatio > Math.Max(packedPart, 1)))
            throw Bomb();
    }

    private static ImportRefusedException Bomb() =>
        new(
            RefusalCode.Hostile,
            "文件解压后异常巨大(疑似压缩炸弹),已停止读取,内容未保存。请确认文件来源;如来源可靠,请在 WPS 或 Word 中打开后另存为新文件再导入。"
        );

    private sealed class BoundedStream(Stream inner, long packed, PackedFile file) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = inner.Read(buffer, offset, count);
            read += got;
            file.Count(got, read, packed);
            return got;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
