using System.Text;

namespace JointMeeting.Cities;

/// <summary>Documents of the corpus, damaged at random in the ways that files and copied texts are; the same number damages the same way.</summary>
internal static class Damaging
{
    private const string OftenLost = "年月日号〔〕“”%《》（）、。：";
    private static readonly CityDocument[] Documents = [.. CityDocument.All];
    private static readonly string[][] Lines =
    [
        .. Documents.Select(document => document.Source().Lines.Select(line => line.Text).ToArray()),
    ];

    public static (byte[] Bytes, string FileName) Make(int number)
    {
        var random = new Random(number);
        var which = random.Next(Documents.Length);
        var (document, lines) = (Documents[which], Lines[which]);
        return (number % 6) switch
        {
            0 => (Cut(document.Bytes, random), document.FileName),
            1 => (WithoutPiece(document.Bytes, random), document.FileName),
            2 => (Changed(document.Bytes, random), document.FileName),
            3 => AsText(string.Concat(string.Join('\n', lines).Where(_ => random.Next(12) > 0))),
            4 => AsText(string.Concat(string.Join('\n', lines).Where(sign => IsKept(sign, random)))),
            _ => AsText(Mixed(random)),
        };
    }

    private static (byte[], string) AsText(string text) => (Encoding.UTF8.GetBytes(text), "粘贴.txt");

    private static byte[] Cut(byte[] bytes, Random random)
    {
        var from = random.Next(4) == 0 ? random.Next(bytes.Length) : 0;
        return bytes[from..random.Next(from, bytes.Length)];
    }

    private static byte[] WithoutPiece(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length);
        return [.. bytes[..from], .. bytes[random.Next(from, bytes.Length)..]];
    }

    private static byte[] Changed(byte[] bytes, Random random)
    {
        var changed = bytes.ToArray();
        for (var times = random.Next(1, 30); times > 0; times--)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    private static bool IsKept(char sign, Random random) =>
        !OftenLost.Contains(sign, StringComparison.Ordinal) || random.Next(2) == 0;

    /// <summary>Runs of lines of several documents, some of them without their line ends.</summary>
    private static string Mixed(Random random)
    {
        var mixed = new StringBuilder();
        for (var pieces = random.Next(2, 9); pieces > 0; pieces--)
        {
            var lines = Lines[random.Next(Lines.Length)];
            var from = random.Next(lines.Length);
            mixed.AppendJoin(
                random.Next(5) == 0 ? "" : "\n",
                lines[from..random.Next(from, Math.Min(lines.Length, from + 40))]
            );
            mixed.Append(random.Next(3) == 0 ? "" : "\n");
        }
        return mixed.ToString();
    }
}
