using System.Text;

namespace JointMeeting.Documents.Reading;

internal enum FileKind
{
    Text,
    Packed,
    Pdf,
    OldText,
    OldSheet,
    RichText,
    LockedOffice,
    Picture,
    OtherArchive,
    WebArchive,
}

/// <summary>The kind of a file, by the marks at its start.</summary>
internal static class FileKinds
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind Of(byte[] bytes, string fileName) =>
        bytes switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => FileKind.Packed,
            [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x47, 0x49, 0x46, 0x38, ..] => FileKind.Picture,
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => FileKind.Picture,
            [0x52, 0x61, 0x72, 0x21, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] or [0x1F, 0x8B, 0x08, ..] =>
                FileKind.OtherArchive,
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileKind.RichText,
            _ when bytes.AsSpan().StartsWith(Compound) => OfCompound(bytes, fileName),
            // The mark of a PDF may stand behind some other bytes.
            _ when bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
            _ when IsMail(bytes) => FileKind.WebArchive,
            _ => FileKind.Text,
        };

    public static bool StartsAsPage(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Names in a compound file are UTF-16: the streams say which program wrote it.</summary>
    private static FileKind OfCompound(byte[] bytes, string fileName)
    {
        if (Holds(bytes, "EncryptedPackage"))
            return FileKind.LockedOffice;
        if (Holds(bytes, "WordDocument"))
            return FileKind.OldText;
        if (Holds(bytes, "Workbook") || Holds(bytes, "Book"))
            return FileKind.OldSheet;
        return Path.GetExtension(fileName).ToLowerInvariant() is ".xls" or ".et" ? FileKind.OldSheet : FileKind.OldText;
    }

    private static bool Holds(byte[] bytes, string stream) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream + '\0')) >= 0;

    private static bool IsMail(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 2000));
        return head.IndexOf("MIME-Version:"u8) >= 0 && head.IndexOf("Content-Type:"u8) >= 0;
    }
}
