using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>A label that a roster lost shows in the roles, and is doubted.</summary>
public class RosterDoubtsTests
{
    private const string Members =
        "市教育局局长\n      李四  市民政局局长\n      王五  市财政局局长\n      赵六  市人社局局长\n";

    [Fact]
    public void A_second_convenor_is_doubted()
    {
        var persons = Persons($"召集人：张三  副市长\n      {"钱七"}  市政府副秘书长\n成员：孙八  {Members}");
        Assert.Contains("召集人不止一人", persons.Single(person => person.Name is "钱七").Doubt);
        Assert.Null(persons.Single(person => person.Name is "李四").Doubt);
    }

    [Fact]
    public void A_roster_of_deputies_without_members_is_doubted() =>
        Assert.All(
            Persons($"召集人：张三  副市长\n副召集人：孙八  {Members}").Where(person => person.Role is "副召集人"),
            person => Assert.Contains("没有“成员”", person.Doubt)
        );

    [Fact]
    public void A_person_whose_label_was_lost_is_named()
    {
        var read = Read($"张三  市政府副市长\n副召集人：孙八  市政府副秘书长\n成员：吴九  {Members}");
        Assert.Contains(
            read.Findings,
            finding => finding.Kind is FindingKind.Unread && finding.Support!.Contains("张三")
        );
    }

    private static IReadOnlyList<Person> Persons(string roster) => Read(roster).Roster!.Persons;

    private static Notice Read(string roster) =>
        NoticeReader.Read(
            SourceText.FromText($"关于建立云溪市养老服务联席会议制度的通知\n现将名单通知如下：\n{roster}"),
            new(2026, 3, 20)
        );
}
