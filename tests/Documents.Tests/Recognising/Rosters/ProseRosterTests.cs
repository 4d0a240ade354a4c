using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Rosters that run on in a paragraph or are told in sentences.</summary>
public class ProseRosterTests
{
    [Fact]
    public void A_list_of_names_with_posts_in_brackets_may_run_over_many_lines()
    {
        var many = string.Concat(
            Enumerable.Range(0, 12).Select(at => $"、{"甲乙丙丁戊己庚辛壬癸子丑"[at]}一鸣（市教育局副局长）")
        );
        var persons = Read(
            $"关于调整云溪市养老服务联席会议的通知\n召集人：段知寒（市委常委、常务副市长）\n副召集人：栗原（市政府副秘书长）、顾青禾（市民政局局长）\n成员：章若溪（市民政局副局长）{many}"
        ).Roster!.Persons;
        Assert.Equal(16, persons.Count);
        Assert.Equal(
            ["栗原 市政府 副秘书长", "顾青禾 市民政局 局长"],
            persons
                .Where(person => person.Role == "副召集人")
                .Select(person => $"{person.Name} {person.Unit} {person.Post}")
        );
    }

    [Fact]
    public void A_name_may_stand_behind_unit_and_post()
    {
        var persons = Read(
            "关于建立云溪市窨井安全联席会议制度的通知\n召 集 人：\t市委常委、副市长\t卫清和\n成　　员：\t市公安局治安支队支队长\t霍北辰\n\t市水务局副局长\t费　扬"
        ).Roster!.Persons;
        Assert.Equal(
            ["卫清和  市委常委、副市长", "霍北辰 市公安局 治安支队支队长", "费扬 市水务局 副局长"],
            persons.Select(person => $"{person.Name} {person.Unit} {person.Post}")
        );
    }

    [Fact]
    public void Heads_and_members_are_read_from_sentences_with_a_doubt()
    {
        var roster = Read(
            "关于建立云溪市信用建设联席会议制度的通知\n联席会议由市发展改革委、市教育局、市公安局等3个部门组成。\n联席会议由市政府分管副市长周以宁担任总召集人，市政府副秘书长林沐、市发展改革委主任孟昭担任召集人。"
        ).Roster!;
        Assert.Equal(
            ["周以宁 总召集人", "林沐 召集人", "孟昭 召集人"],
            roster.Persons.Select(person => $"{person.Name} {person.Role}")
        );
        Assert.All(roster.Persons, person => Assert.NotNull(person.Doubt));
        Assert.Superset(new HashSet<string> { "市发展改革委", "市教育局", "市公安局" }, roster.MemberUnits.ToHashSet());
    }

    [Fact]
    public void Several_deputies_of_the_office_are_read_from_one_sentence()
    {
        var persons = Read(
            "关于调整云溪市养老服务联席会议的通知\n成员：章若溪（市民政局副局长）、白鹭洲（市残联副理事长）\n联席会议办公室设在市民政局，章若溪、白鹭洲同志兼任办公室副主任。"
        ).Roster!.Persons;
        Assert.Equal(
            ["章若溪", "白鹭洲"],
            persons.Where(person => person.Role == "办公室副主任").Select(person => person.Name)
        );
    }

    private static Notice Read(string text) => NoticeReader.Read(SourceText.FromText(text), new(2026, 6, 20));
}
