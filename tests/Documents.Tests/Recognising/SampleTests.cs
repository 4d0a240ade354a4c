using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>The product's own sample, from bytes to JSON.</summary>
public class SampleTests
{
    private static readonly Notice Read = NoticeReader.Read(ReadBytes.Read(Samples.Samples.Notice()), new(2026, 4, 1));

    [Fact]
    public void The_heading_is_read_and_beyond_doubt()
    {
        var heading = Read.Heading;
        Assert.Equal("云溪市人民政府关于印发云溪市推进全民技能提升行动实施方案的通知", heading.Title!.Value);
        Assert.Equal("云政发〔2026〕6号", heading.Number!.Value.Canonical);
        Assert.Equal(("云溪市人民政府", new DateOnly(2026, 3, 10)), (heading.Issuer!.Value, heading.Issued!.Value));
        Assert.Equal(
            ["各县（区）人民政府", "高新区管委会", "市政府各部门", "云溪职业技术学院"],
            heading.Recipients.Select(unit => unit.Value)
        );
        Assert.All(
            ProposedFacts.Of(Read).Where(fact => fact.Kind <= FactKind.Recipient),
            fact => Assert.True(fact.IsBeyondDoubt, fact.Path)
        );
    }

    [Fact]
    public void The_roster_has_its_roles_and_rules()
    {
        var roster = Read.Roster!;
        Assert.Equal("云溪市全民技能提升联席会议", roster.Name!.Value);
        Assert.Equal(
            [("召集人", 1), ("副召集人", 2), ("成员", 12), ("办公室主任", 1)],
            roster.Persons.CountBy(person => person.Role).Select(role => (role.Key, role.Value))
        );
        Assert.Equal(StatedSubstitution.ConvenorConsent, roster.Substitution!.Value);
        Assert.Equal(("市人社局", true), (roster.Office!.Value, roster.Frequency!.Value.Contains("每半年")));
        Assert.All(roster.Persons, person => Assert.NotNull(person.Unit));
    }

    [Fact]
    public void A_director_named_in_a_sentence_is_inferred()
    {
        var director = Read.Roster!.Persons.Single(person => person.Role == "办公室主任");
        Assert.Equal(("沈知远", "市人社局"), (director.Name, director.Unit));
        Assert.NotNull(director.Doubt);
    }

    [Fact]
    public void Every_clause_and_row_is_read()
    {
        Assert.Equal(Enumerable.Range(1, 8), Read.Clauses.Select(clause => clause.Number));
        Assert.Equal(Enumerable.Range(1, 10), Read.Tasks.Select(row => row.Number));
        Assert.Equal([1, 1, 2, 3, 4, 4, 5, 6, 7, 8], Read.Tasks.Select(row => row.Clause));
        Assert.Equal(3, Read.Tasks.Count(row => row.Deadline!.Value.Repaired is not null));
    }

    [Fact]
    public void What_does_not_agree_is_found()
    {
        var found = Read.Findings.Select(finding =>
            $"{finding.Kind.Word()} {finding.Row} {string.Join('、', finding.Units)}"
        );
        Assert.Equal(
            [
                "taskUnitNotMember  市融媒体中心",
                "memberWithoutTask  市人民政府",
                "memberWithoutTask  市统计局",
                "unitsDifferFromBody 2 市发改委、市财政局",
                "unitsDifferFromBody 6 云溪职业技术学院",
                "jointLead 4 市财政局、市人社局",
                "damagedText 4 ",
                "damagedText 5 ",
            ],
            found
        );
    }

    [Fact]
    public void What_was_lost_is_proposed_from_the_body()
    {
        var repairs = Read
            .Findings.Where(finding => finding.Kind is FindingKind.DamagedText)
            .Select(finding => finding.Repair!)
            .ToList();
        Assert.Contains("不低于1200元/人/年", repairs[0]);
        Assert.Contains("推行“招工即招生、入企即入校”的", repairs[1]);
    }

    [Fact]
    public void Nothing_repaired_inferred_or_contradicted_is_beyond_doubt()
    {
        var sure = ProposedFacts.Of(Read).Where(fact => fact.IsBeyondDoubt).Select(fact => fact.Path).ToHashSet();
        Assert.Contains("tasks[0].units", sure);
        Assert.Contains("tasks[1].deadline", sure);
        foreach (
            var path in new[]
            {
                "tasks[0].deadline",
                "tasks[0].lead",
                "tasks[0].clause",
                "tasks[1].units",
                "tasks[3].text",
                "clauses[2].units",
                "roster.persons[15]",
            }
        )
            Assert.DoesNotContain(path, sure);
    }

    [Fact]
    public void The_json_has_the_stated_shape_and_plain_chinese()
    {
        var text = NoticeJson.Write(Read);
        Assert.Contains("云溪市", text);
        var json = JsonNode.Parse(text)!.AsObject();
        string[] stated =
        [
            "title",
            "documentNumber",
            "issuer",
            "issueDate",
            "recipients",
            "citations",
            "roster",
            "clauses",
            "tasks",
            "calendar",
            "findings",
        ];
        Assert.Empty(stated.Except(json.Select(field => field.Key)));
        string[] task = ["number", "section", "clause", "text", "units", "lead", "leadBasis", "deadline", "milestones"];
        Assert.Empty(task.Except(json["tasks"]![0]!.AsObject().Select(field => field.Key)));
        Assert.Equal("2026-09-30", json["tasks"]![0]!["deadline"]!["date"]!.GetValue<string>());
        Assert.Null(json["clauses"]![0]!["deadline"]);
    }
}
