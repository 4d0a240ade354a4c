using System.Text;
using System.Text.Json.Nodes;
using JointMeeting.Cities.Scoring;
using JointMeeting.Shared;

namespace JointMeeting.Cities;

/// <summary>How well the importer reads documents that it was not made for: scores that may rise and never fall silently.</summary>
public sealed class ScoreTests
{
    [Fact]
    public void No_document_of_the_corpus_is_read_worse_than_before() => HoldFloors(CityDocument.Corpus, "Corpus");

    [Fact]
    public void No_held_out_document_is_read_worse_than_before() => HoldFloors(CityDocument.HeldOut, "HeldOut");

    /// <summary>Prints the scores, and leaves what is wrong beside them.</summary>
    private static void HoldFloors(IReadOnlyList<CityDocument> documents, string folder)
    {
        var judged = documents.ToDictionary(
            document => document.Name,
            document => Comparison.Of(document.Truth, document.Read())
        );
        var print = new StringBuilder($"{folder}\n");
        foreach (var (name, verdicts) in judged)
            print.AppendLine(Line(name, verdicts));
        print.AppendLine(Line("all", [.. judged.Values.SelectMany(verdicts => verdicts)]));
        foreach (var kind in judged.Values.SelectMany(verdicts => verdicts).GroupBy(verdict => verdict.Kind))
            print.AppendLine(Line("  " + kind.Key, [.. kind]));
        Console.WriteLine(print);
        Leave(folder, print, judged);
        var floors = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "Cities", "floors.json")))!;
        var fallen = judged
            .Select(document =>
                (document.Key, Tally.Of(document.Value).Score, Floor: floors[document.Key]!.GetValue<double>())
            )
            .Where(document => document.Score < document.Floor)
            .Select(document => $"{document.Key}: {document.Score:0.000}, was {document.Floor:0.000}");
        Assert.Empty(fallen);
    }

    private static string Line(string name, IReadOnlyCollection<Verdict> verdicts)
    {
        var tally = Tally.Of(verdicts);
        return $"{name, -24} score {tally.Score:0.000}  recall {tally.Right, 4}/{tally.Expected, -4} {tally.Recall:0.000}  precision {tally.Right, 4}/{tally.Read, -4} {tally.Precision:0.000}  wrong: flagged {tally.Flagged}, unflagged {tally.Unflagged}";
    }

    private static void Leave(string folder, StringBuilder print, Dictionary<string, IReadOnlyList<Verdict>> judged)
    {
        var place = Directory.CreateDirectory(Repository.PathOf("artifacts", "cities")).FullName;
        foreach (var (name, verdicts) in judged)
        {
            print.AppendLine($"\n{name}");
            foreach (var wrong in verdicts.Where(verdict => !verdict.IsRight))
                print.AppendLine($"- {wrong}");
        }
        File.WriteAllText(Path.Combine(place, folder + ".txt"), print.ToString());
    }
}
