using System.Text.Json.Nodes;

namespace JointMeeting.Cities.Scoring;

/// <summary>The scores are only worth what the comparison is.</summary>
public sealed class ComparisonTests
{
    private const string Truth = """
        { "title": "通知", "tasks": [
          { "number": 1, "text": "甲事。", "units": ["甲局", "乙局"], "deadline": { "raw": "20246月底前", "kind": "by", "date": "2024-06-30", "repaired": "2024年6月底前" } },
          { "number": 2, "text": "乙事。", "units": ["甲局"], "deadline": null } ],
          "findings": [] }
        """;

    private const string Doubt = """{ "path": "tasks[0].deadline" }""";

    [Fact]
    public void What_is_read_as_the_truth_has_it_scores_one() =>
        Assert.Equal(new Tally(6, 6, 6, 0, 0), Of(Truth.Replace("\"findings\": []", $"\"doubts\": [{Doubt}]")));

    [Fact]
    public void A_repair_without_a_doubt_is_wrong() => Assert.Equal(new Tally(6, 6, 5, 0, 1), Of(Truth));

    [Fact]
    public void A_wrong_fact_without_a_flag_counts_double()
    {
        var wrong = Truth.Replace("\"乙局\"", "\"丙局\"");
        var doubted = wrong.Replace("\"findings\": []", $$"""  "doubts": [{{Doubt}}, { "path": "tasks[0].units" }] """);
        Assert.Equal(5.0 / 6, Of(doubted).Score);
        Assert.Equal(5.0 / 7, Of(doubted.Replace("tasks[0].units", "tasks[1].units")).Score);
    }

    [Fact]
    public void A_missing_row_takes_its_facts_with_it_and_a_jump_in_the_numbers_flags_them()
    {
        const string read = """{ "title": "通知", "tasks": [], "findings": [FOUND] }""";
        Assert.Equal(new Tally(6, 1, 1, 0, 5), Of(read.Replace("FOUND", "")));
        var jump = """{ "kind": "countMismatch", "row": 2, "units": [] }""";
        Assert.Equal(new Tally(6, 2, 1, 4, 2), Of(read.Replace("FOUND", jump)));
    }

    [Fact]
    public void An_added_row_counts_once_and_a_field_that_the_truth_leaves_out_never()
    {
        var added = Truth.Replace(
            "\"tasks\": [",
            "\"issuer\": \"甲局\", \"tasks\": [ { \"number\": 9, \"text\": \"丙事\", \"units\": [\"丁局\"] },"
        );
        Assert.Equal(new Tally(6, 7, 5, 0, 2), Of(added));
    }

    [Fact]
    public void A_refusal_flags_all_that_is_missing() =>
        Assert.Equal(new Tally(6, 0, 0, 6, 0), Of("""{ "refused": "请另存" }"""));

    private static Tally Of(string read) =>
        Tally.Of([.. Comparison.Of(JsonNode.Parse(Truth)!.AsObject(), JsonNode.Parse(read)!.AsObject())]);
}
