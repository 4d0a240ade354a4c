using System.Globalization;
using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Layout;

/// <summary>
/// An OFD (GB/T 33190-2016), the form in which sealed papers are kept: pages of text placed by coordinates. What stands at
/// one height is a line; lines from the top, in a line from the left. Seals and pictures hold no text.
/// </summary>
internal static class OfdFile
{
    /// <summary>Millimetres by which signs of one line may differ in height.</summary>
    private const double SameHeight = 1.5;

    private sealed record Placed(double X, double Y, string Text);

    /// <exception cref="ImportRefusedException">It holds no text, or a mark of secrecy.</exception>
    public static SourceText Read(PackedFile file)
    {
        var builder = new SourceBuilder();
        builder.Notice("由 OFD 版式文件提取文字,行序按版面推定,请对照原件核对。");
        foreach (var page in Pages(file))
        foreach (var line in Lines(Texts(page)))
            builder.Paragraph(line);
        return builder.Build("OFD");
    }

    private static IEnumerable<XElement> Pages(PackedFile file)
    {
        var root = Part(file, "OFD.xml");
        foreach (var body in root.All("DocBody"))
        {
            var document = body.Child("DocRoot")?.Value.Trim() ?? "";
            var folder = document[..(document.LastIndexOf('/') + 1)];
            foreach (var page in Part(file, document).Child("Pages").All("Page"))
                if (page.Value("BaseLoc") is { Length: > 0 } place)
                    yield return Part(file, place.StartsWith('/') ? place : folder + place);
        }
    }

    private static XElement Part(PackedFile file, string path) =>
        SafeXml.Whole(file.Open(path) ?? throw new InvalidDataException($"The part '{path}' is missing."));

    private static IEnumerable<Placed> Texts(XElement page) =>
        from text in page.Descendants()
        where text.Name() == "TextObject"
        let corner = (text.Value("Boundary") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from code in text.All("TextCode")
        where code.Value.Length > 0
        select new Placed(
            Number(corner.ElementAtOrDefault(0)) + Number(code.Value("X")),
            Number(corner.ElementAtOrDefault(1)) + Number(code.Value("Y")),
            code.Value
        );

    private static IEnumerable<string> Lines(IEnumerable<Placed> texts)
    {
        var line = new List<Placed>();
        foreach (var text in texts.OrderBy(t => t.Y).ThenBy(t => t.X))
        {
            if (line.Count > 0 && text.Y - line[0].Y > SameHeight)
            {
                yield return Joined(line);
                line.Clear();
            }
            line.Add(text);
        }
        if (line.Count > 0)
            yield return Joined(line);
    }

    private static string Joined(IEnumerable<Placed> line) => string.Concat(line.OrderBy(t => t.X).Select(t => t.Text));

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
