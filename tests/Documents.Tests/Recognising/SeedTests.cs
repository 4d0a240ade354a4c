using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Real notices against their ground truth, where they are at hand.</summary>
public class SeedTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Fact]
    public void Every_fact_of_seed_004_is_read_and_none_is_added()
    {
        var truth = Shared.Json("truth", "seed004.json");
        Assert.Equal(SeedTruth.Facts(truth), SeedTruth.Facts(Printed("004")));
    }

    [Fact]
    public void The_findings_of_seed_004_are_those_of_the_truth()
    {
        var truth = Shared.Json("truth", "seed004.json");
        Assert.Equal(SeedTruth.Findings(truth).Order(), SeedTruth.Findings(Printed("004")).Order());
    }

    [Fact]
    public void Seed_004_reads_the_same_without_its_blank_lines()
    {
        var text = new System.Text.UTF8Encoding().GetString(Shared.Seed("004"));
        var dense = string.Join('\n', text.Split('\n').Where(line => line.Trim('\u00a0', ' ', '\r').Length > 0));
        var read = NoticeReader.Read(SourceText.FromText(dense), Today);
        Assert.Equal(SeedTruth.Facts(Printed("004")), SeedTruth.Facts(NoticeJson.ToNode(read)));
    }

    [Fact]
    public void What_seed_004_leaves_open_is_not_stated()
    {
        var roster = Read("004").Roster!;
        Assert.Equal((false, false, false), (roster.StatesDeputy, roster.StatesOffice, roster.StatesLiaison));
        Assert.Null(roster.Frequency);
        Assert.Equal(StatedSubstitution.Automatic, roster.Substitution!.Value);
    }

    [Fact]
    public void The_thirteen_repaired_dates_of_seed_004_are_never_beyond_doubt()
    {
        var deadlines = ProposedFacts.Of(Read("004")).Where(fact => fact.Kind is FactKind.TaskDeadline).ToList();
        Assert.Equal((25, 12), (deadlines.Count, deadlines.Count(fact => fact.IsBeyondDoubt)));
    }

    [Fact]
    public void The_calendar_of_seed_000_has_all_its_entries()
    {
        var counts = Read("000").Calendar.CountBy(entry => entry.Month).Select(month => month.Value);
        Assert.Equal([3, 4, 9, 8, 7, 6, 7, 5, 6, 6, 5, 5], counts);
    }

    [Fact]
    public void Seed_000_says_six_departments_and_names_five()
    {
        var finding = Read("000")
            .Findings.First(finding => finding.Kind is Documents.Recognising.Findings.FindingKind.CountMismatch);
        Assert.Equal(["6", "5"], finding.Values);
        Assert.Equal(["市发改委", "市经信委", "市财政局", "市人社局", "市农委"], finding.Units);
    }

    [Fact]
    public void Seed_001_is_read_with_its_number_and_date_as_proposals()
    {
        var (truth, heading) = (Shared.Json("truth", "seed001.json"), Read("001").Heading);
        Assert.Equal(truth.GetProperty("docNo").GetString(), heading.Number!.Value.Canonical);
        Assert.NotNull(heading.Number.Doubt);
        Assert.Equal((new DateOnly(2024, 3, 18), true), (heading.Issued!.Value, heading.Issued.Doubt is not null));
        Assert.Equal(
            truth.GetProperty("mainRecipients").EnumerateArray().Select(unit => unit.GetString()),
            heading.Recipients.Select(unit => unit.Value)
        );
    }

    [Fact]
    public void The_sum_that_does_not_agree_in_seed_003_is_found()
    {
        var finding = Read("003")
            .Findings.Single(finding => finding.Kind is Documents.Recognising.Findings.FindingKind.SumMismatch);
        Assert.Contains("833", finding.Text);
    }

    [Fact]
    public void Seed_002_is_a_web_page_and_refused_with_advice()
    {
        var refused = Assert.Throws<ImportRefusedException>(() => Read("002"));
        Assert.Equal(RefusalCode.NotPlainText, refused.Code);
    }

    private static Notice Read(string seed) => NoticeReader.Read(ReadBytes.Read(Shared.Seed(seed)), Today);

    private static JsonObject Printed(string seed) => JsonNode.Parse(NoticeJson.Write(Read(seed)))!.AsObject();
}
