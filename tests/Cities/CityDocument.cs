using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Shared;

namespace JointMeeting.Cities;

/// <summary>A document of a city that does not exist, with the truth that a reader of it wrote down.</summary>
public sealed record CityDocument(string Name, byte[] Bytes, string Extension, JsonObject Truth)
{
    /// <summary>Read after every date in them.</summary>
    public static readonly DateOnly Today = new(2026, 1, 15);

    /// <summary>Those the importer may be improved on.</summary>
    public static IReadOnlyList<CityDocument> Corpus { get; } = In("Corpus");

    /// <summary>Those written after the importer was last changed.</summary>
    public static IReadOnlyList<CityDocument> HeldOut { get; } = In("HeldOut");

    public static IEnumerable<CityDocument> All => Corpus.Concat(HeldOut);

    public string FileName => Name + Extension;

    public SourceText Source() => ReadAny.Read(Bytes, FileName);

    /// <summary>What the importer prints; of a document that it refuses, only that.</summary>
    public JsonObject Read()
    {
        try
        {
            return NoticeJson.ToNode(NoticeReader.Read(Source(), Today));
        }
        catch (ImportRefusedException refused)
        {
            return new() { ["refused"] = refused.Message };
        }
    }

    /// <summary>None where nobody has written any since the folder was emptied.</summary>
    private static List<CityDocument> In(string folder) =>
        Repository.PathOf("tests", "Cities", folder) is var place && Directory.Exists(place)
            ? [.. Directory.EnumerateFiles(place, "*.truth.json").Order(StringComparer.Ordinal).Select(Load)]
            : [];

    private static CityDocument Load(string truth)
    {
        var stem = truth[..^".truth.json".Length];
        var file = Directory
            .EnumerateFiles(Path.GetDirectoryName(stem)!, Path.GetFileName(stem) + ".*")
            .Single(path => path != truth);
        return new(
            Path.GetFileName(stem),
            File.ReadAllBytes(file),
            Path.GetExtension(file),
            JsonNode.Parse(File.ReadAllText(truth))!.AsObject()
        );
    }
}
