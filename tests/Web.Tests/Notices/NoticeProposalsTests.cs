using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Samples;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Shared;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Tests.Notices;

public sealed class NoticeProposalsTests
{
    private static readonly (NoticeRow Notice, IReadOnlyList<Proposed> Proposals) Sample = Of(Samples.Notice());

    [Fact]
    public void The_source_is_kept_line_by_line_and_each_proposal_names_its_line()
    {
        var lines = Sample.Notice.Source.Split('\n');
        var person = Of(ProposalKind.Person).First(p => p.Label == "成员 温如璋");
        Assert.Equal(lines[person.Line!.Value - 1].Trim(), person.SourceText);
        Assert.Equal(new("温如璋", "市财政局", "副局长", "成员"), ProposalValues.Read<ProposedPerson>(person.Value));
    }

    [Fact]
    public void A_repaired_deadline_is_a_proposal_of_its_own_at_the_line_of_its_words()
    {
        var repairs = Of(ProposalKind.Repair);
        Assert.Equal(["第 1 项时限", "第 3 项时限", "第 4 项时限"], repairs.Select(p => p.Label));
        Assert.Equal("20269月底前出台建设方案", repairs[0].SourceText);
        Assert.Equal(
            new("1", "20269月底前出台建设方案", "2026年9月底前出台建设方案", DeadlineKind.By, new(2026, 9, 30)),
            ProposalValues.Read<ProposedRepair>(repairs[0].Value)
        );
    }

    [Fact]
    public void What_was_repaired_or_inferred_or_found_carries_its_doubt_in_words()
    {
        Assert.All(Of(ProposalKind.Repair), repair => Assert.Contains("建议读作", repair.Doubt));
        Assert.Contains("按惯例", Of(ProposalKind.Task)[1].Doubt);
        Assert.All(Of(ProposalKind.Finding), finding => Assert.NotNull(finding.Doubt));
        Assert.Null(Of(ProposalKind.Person).First(p => p.Label == "成员 温如璋").Doubt);
    }

    [Fact]
    public void Without_a_task_table_clauses_with_units_become_no_tasks()
    {
        var (_, proposals) = Of(
            """
            云溪市人民政府关于加强公共实训工作的通知
            一、重点任务
            1．建设公共实训基地。年培训能力达到1万人次。（牵头单位：市人社局；责任单位：市财政局）
            2．完善培训目录。每年调整发布一次。（牵头单位：市人社局；责任单位：市教育局）
            """u8.ToArray()
        );
        Assert.Equal(2, proposals.Count(p => p.Kind == ProposalKind.Clause));
        Assert.DoesNotContain(proposals, p => p.Kind is ProposalKind.Task or ProposalKind.Repair);
    }

    [Fact]
    public void Every_value_has_the_form_of_its_kind() =>
        Assert.All(Sample.Proposals, p => Assert.NotNull(ProposalValues.Parse(p.Kind, p.Value)));

    [Fact]
    public void What_the_notice_states_of_the_mechanism_is_read_back_from_what_is_stored()
    {
        var stated = StatedFacts.Read(Sample.Notice.Json);
        Assert.Equal("云溪市全民技能提升联席会议", stated.Name);
        Assert.Equal("市人社局", stated.OfficeUnit);
        Assert.Equal(Domain.Bodies.SubstitutionMode.ConvenorConsent, stated.Substitution);
        Assert.Equal(["各单位联络员"], stated.NotStated);
    }

    [Fact]
    public void The_real_notice_has_thirteen_repaired_deadlines()
    {
        var seed = SharedFolder.FileOrSkip("seeds", "004_426cb8a52ea489e8.txt");
        var (_, proposals) = Of(File.ReadAllBytes(seed));
        Assert.Equal(13, proposals.Count(p => p.Kind == ProposalKind.Repair));
    }

    private static List<Proposed> Of(ProposalKind kind) => [.. Sample.Proposals.Where(p => p.Kind == kind)];

    private static (NoticeRow, IReadOnlyList<Proposed>) Of(byte[] bytes)
    {
        var read = ReadNotice.From("通知.txt", ReadBytes.Read(bytes), TimeProvider.System);
        return NoticeProposals.Of(read, Known.Nothing);
    }
}
