using System.Text.Json.Nodes;
using static JointMeeting.Documents.Tests.Recognising.SeedFacts;
using static JointMeeting.Documents.Tests.Recognising.SeedParts;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>
/// Every fact of the ground truth the JSON can express, with a printed score per kind. Not expressed: what the truth adds
/// by reading on (topics, derived rates, the free wording of names), and damage no rule can see (a word that is one letter short).
/// </summary>
public class SeedScoreTests
{
    private const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    [Fact]
    public void Seed_000_is_read_as_the_truth_has_it()
    {
        var (truth, read) = Both("000");
        var scores = Print(
            "000",
            Heading(truth, read, ("title", "title"), ("issuer", "issuer"), ("publishDate", "publishDate")),
            Items(truth, read),
            PerSection(truth, read),
            SeedScore.Of(
                "calendar",
                truth
                    .GetProperty("calendar")
                    .EnumerateArray()
                    .SelectMany(month =>
                        Array(month, "items")
                            .Select(item =>
                                $"{month.GetProperty("month")}.{item.GetProperty("no")} {Text(item, "text")} {Text(month, "start")} {Text(month, "end")}"
                            )
                    ),
                Nodes(read, "calendar")
                    .Select(entry =>
                        $"{entry["month"]}.{entry["number"]} {entry["text"]} {entry["start"]} {entry["end"]}"
                    )
            ),
            Targets(truth, read),
            SeedScore.Of(
                "sectors",
                [
                    string.Join(
                        '、',
                        Array(truth.GetProperty("topics").GetProperty("cooperatingDepartments"), "list")
                            .Select(unit => unit.GetString())
                    ),
                ],
                Findings(read, "sectorNames").Select(finding => Join(finding["units"]))
            ),
            Damage(read, "第12文明", "参加第12", "月份栏", "第 4 项前", "第 7 项前", "第 6 项前", "第 10 条标题")
        );
        Assert.All(scores, score => Assert.Empty(score.Missing));
        Assert.All(scores, score => Assert.Empty(score.Extra));
        Assert.Equal(["2 3 3.5", "2 4 4.8"], Split(read));
        PrintTimes("000", truth, read, 18);
    }

    [Fact]
    public void Seed_001_is_read_as_the_truth_has_it()
    {
        var (truth, read) = Both("001");
        var scores = Print(
            "001",
            Heading(
                truth,
                read,
                ("title", "title"),
                ("docNo", "documentNumber"),
                ("issuer", "issuer"),
                ("issueDate", "issueDate"),
                ("attachmentTitle", "issuedDocument")
            ),
            SeedScore.Of(
                "recipients",
                Array(truth, "mainRecipients").Select(unit => unit.GetString()!),
                Nodes(read, "recipients").Select(unit => unit.ToString())
            ),
            Items(truth, read),
            PerSection(truth, read),
            Targets(truth, read),
            SeedScore.Of(
                "named documents",
                Array(truth, "citedDocs").Select(title => title.GetString()!),
                Nodes(read, "namedDocuments")
                    .Where(named => !named["law"]!.GetValue<bool>())
                    .Select(named => $"{named["title"]}")
            ),
            Damage(
                read,
                "字号不完整",
                "日期有缺损",
                "“2024”后",
                "第 1 条标题",
                "第 19 条标题",
                "第 8 条末尾",
                "后引号缺失"
            )
        );
        Assert.All(scores, score => Assert.Empty(score.Missing));
        Assert.All(scores, score => Assert.Empty(score.Extra));
        Assert.Equal(["9", "17"], Findings(read, "sectorNames").Select(finding => $"{finding["clause"]}"));
        PrintTimes("001", truth, read, 15);
    }

    [Fact]
    public void Seed_002_is_read_from_its_web_page_as_the_truth_has_it()
    {
        var (truth, read) = Both("002");
        var quarterly = truth.GetProperty("quarterlyReporting");
        var scores = Print(
            "002",
            Heading(truth, read, ("title", "title")),
            SeedScore.Of(
                "works",
                Array(truth, "tenWorks")
                    .Select(work => $"{Text(work, "label")} {work.GetProperty("no")} {Text(work, "title")}"),
                Nodes(read, "clauses")
                    .Where(clause => $"{clause["section"]}".StartsWith("二、"))
                    .Select(clause => $"{clause["label"]} {clause["number"]} {clause["title"]}")
            ),
            SeedScore.Of(
                "requirements",
                ["4"],
                [$"{Nodes(read, "clauses").Count(clause => $"{clause["section"]}".StartsWith("三、"))}"]
            ),
            SeedScore.Of(
                "duties",
                Array(quarterly, "items")
                    .Select(item =>
                        $"{item.GetProperty("no")} {Text(item, "name")} {Text(item, "scope")} quarterly {Values(item, "fields")} {item.GetProperty("open_ended").GetBoolean()}"
                    )
                    .Append(
                        $"4 年度质量报告 各校 yearly {Values(truth.GetProperty("annualQualityReport"), "parts")} False"
                    ),
                Nodes(read, "duties")
                    .Select(duty =>
                        $"{duty["number"]} {duty["name"]} {duty["scope"] ?? duty["reporters"]} {duty["period"]} {Join(duty["fields"])} {duty["openEnded"]!.GetValue<bool>()}"
                    )
            ),
            SeedScore.Of(
                "citations",
                Array(truth, "policyBasis")
                    .Select(cited =>
                        $"{Text(cited, "title")} {Text(cited, "raw")} {cited.GetProperty("complete").GetBoolean()}"
                    ),
                Nodes(read, "citations")
                    .Select(cited => $"{cited["title"]} {cited["raw"]} {cited["complete"]!.GetValue<bool>()}")
            ),
            Targets(truth, read)
        );
        Assert.All(scores, score => Assert.Empty(score.Missing));
        Assert.All(scores, score => Assert.Empty(score.Extra));
        PrintTimes("002", truth, read, 21);
    }

    [Fact]
    public void Seed_003_is_read_as_the_truth_has_it()
    {
        var (truth, read) = Both("003");
        var indicators = Array(truth, "indicators").ToList();
        var scores = Print(
            "003",
            SeedScore.Of("title", [Text(truth, "title")!.Split(' ', Clean)[0]], [$"{read["title"]}"]),
            SeedScore.Of<JsonNode>(
                "indicators",
                indicators,
                Nodes(read, "indicators"),
                IsIndicator,
                fact => Text(fact, "id")!
            ),
            SeedScore.Of(
                "sets",
                truth.GetProperty("indicatorSets").EnumerateObject().Select(set => set.Value.GetString()!),
                Nodes(read, "indicators").Select(indicator => $"{indicator["set"]}").Distinct()
            ),
            SeedScore.Of(
                "lost figures",
                Array(truth, "lostFigures").Select(id => id.GetString()!),
                Nodes(read, "indicators").Where(one => one["lost"]!.GetValue<bool>()).Select(one => $"{one["id"]}")
            ),
            SeedScore.Of(
                "arithmetic",
                Array(truth, "arithmeticErrors").Select(id => id.GetString()!),
                Nodes(read, "indicators")
                    .Where(one => one["arithmeticOk"]?.GetValue<bool>() == false)
                    .Select(one => $"{one["id"]}")
            ),
            SeedScore.Of(
                "proposals",
                ["答复人大建议、政协提案5个,2个主办、3个协办 5 2 3"],
                Nodes(read, "proposals").Select(one => $"{one["raw"]} {one["total"]} {one["lead"]} {one["assist"]}")
            ),
            SeedScore.Of(
                "problems",
                Array(truth, "problems").Select(text => text.GetString()!),
                Nodes(read, "clauses")
                    .Where(clause => $"{clause["section"]}".Contains("存在问题"))
                    .Select(clause => $"{clause["title"]}")
            ),
            Damage(read, "占比分别达", "分别为、、", "争取_")
        );
        Assert.All(scores, score => Assert.Empty(score.Missing));
        Assert.All(scores, score => Assert.Empty(score.Extra));
        Assert.Empty(Nodes(read, "targets"));
        Print(
            "003 free wording",
            SeedScore.Of(
                "names",
                indicators.Select(one => Text(one, "name")!),
                Nodes(read, "indicators").Select(one => $"{one["name"]}")
            ),
            SeedScore.Of(
                "units",
                indicators.Where(one => Has(one, "unit")).Select(one => $"{Text(one, "id")} {Text(one, "unit")}"),
                Nodes(read, "indicators")
                    .Where(one => one["unit"] is not null)
                    .Select(one => $"{one["id"]} {one["unit"]}")
            )
        );
        PrintTimes("003", truth, read, 22);
    }

    [Fact]
    public void Seed_004_is_read_as_the_truth_has_it()
    {
        var (truth, read) = Both("004");
        var scores = Print(
            "004",
            SeedScore.Of("facts", SeedTruth.Facts(truth), SeedTruth.Facts(read)),
            SeedScore.Of("findings", SeedTruth.Findings(truth), SeedTruth.Findings(read)),
            Heading(truth, read, ("indexNo", "indexNumber"), ("validity", "validity")),
            Targets(truth, read)
        );
        Assert.All(scores, score => Assert.Empty(score.Missing));
        Assert.All(scores, score => Assert.Empty(score.Extra));
        PrintTimes("004", truth, read, 19);
    }
}
