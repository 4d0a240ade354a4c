using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Forms of headings and rosters that differ from the sample.</summary>
public class NoticeFormsTests
{
    [Fact]
    public void A_title_broken_over_lines_is_joined()
    {
        var read = Read(
            "北岭县人民政府办公室\n关于印发《河湖治理方案》的\n通知\n北政办发〔2025〕12号\n各乡镇人民政府、县直有关部门："
        );
        Assert.Equal("北岭县人民政府办公室关于印发《河湖治理方案》的通知", read.Heading.Title!.Value);
        Assert.Equal("北政办发〔2025〕12号", read.Heading.Number!.Value.Canonical);
        Assert.Equal(["各乡镇人民政府", "县直有关部门"], read.Heading.Recipients.Select(unit => unit.Value));
    }

    [Fact]
    public void A_signature_in_chinese_numerals_is_read()
    {
        var read = Read("关于开展检查的通知\n各单位：\n请落实。\n北岭县民政局\n二〇二五年四月二日");
        Assert.Equal(
            ("北岭县民政局", new DateOnly(2025, 4, 2)),
            (read.Heading.Issuer!.Value, read.Heading.Issued!.Value)
        );
    }

    [Fact]
    public void Two_organs_that_sign_together_stay_two()
    {
        var read = Read("关于开展检查的通知\n请落实。\n南屿市民政局  南屿市财政局\n2025年5月6日");
        Assert.Equal("南屿市民政局、南屿市财政局", read.Heading.Issuer!.Value);
    }

    [Fact]
    public void An_issuer_that_does_not_match_the_signature_is_doubted()
    {
        var read = Read("关于开展检查的通知\n发布机构：南屿市财政局\n请落实。\n南屿市民政局\n2025年5月6日");
        Assert.Equal("南屿市财政局", read.Heading.Issuer!.Value);
        Assert.NotNull(read.Heading.Issuer.Doubt);
    }

    [Fact]
    public void Cited_documents_are_those_with_a_number()
    {
        var read = Read(
            "关于开展检查的通知\n根据《职业教育法》(2022年修订)、《实施意见》(青政发〔2025〕9号)、《计划》的通知〔2025〕7号、《办法》青政办发[2024]3号。"
        );
        Assert.Equal(
            [("实施意见", "valid"), ("计划", "incomplete"), ("办法", "normalise")],
            read.Citations.Select(cited =>
                (cited.Title, Domain.Numbers.DocumentNumberStatusWords.Word(cited.Number!.Status))
            )
        );
    }

    [Theory]
    [InlineData("市教育局党组书记、局长", "市教育局", "党组书记、局长")]
    [InlineData("市人民政府副市长", "市人民政府", "副市长")]
    [InlineData("县委副书记、县长", "县委", "副书记、县长")]
    [InlineData("市委办公室副主任", "市委办公室", "副主任")]
    [InlineData("市委外办副主任", "市委外办", "副主任")]
    [InlineData("市发展和改革委员会副主任", "市发展和改革委员会", "副主任")]
    [InlineData("市教育局工会主席", "市教育局", "工会主席")]
    [InlineData("市教育局职业教育科科长", "市教育局", "职业教育科科长")]
    [InlineData("市教育局办公室主任", "市教育局", "办公室主任")]
    [InlineData("市消防救援支队支队长", "市消防救援支队", "支队长")]
    [InlineData("市财政局四级调研员", "市财政局", "四级调研员")]
    [InlineData("云溪大学党委副书记、副校长", "云溪大学", "党委副书记、副校长")]
    [InlineData("市自然资源和规划局总规划师", "市自然资源和规划局", "总规划师")]
    public void Unit_and_post_are_told_apart(string text, string unit, string post) =>
        Assert.Equal((unit, post), PersonLine.Split(text));

    [Fact]
    public void A_roster_with_several_forms_of_lines_is_read()
    {
        var read = Read(
            "北岭县河湖治理联席会议组成人员名单\n总召集人：王大河 县委副书记、县长\n召集人：李小溪（县政府副县长）\n副召集人\n"
                + "赵\u00a0 湖 县水利局局长    孙  江 县林业局党组书记、局长\n成员：\n马尔丹·艾力 县农业农村局副局长\n郑清源 团县委书记\n联络员：\n冯 岸 县水利局河湖股股长"
        );
        Assert.Equal(
            [
                "总召集人 王大河 县委",
                "召集人 李小溪 县政府",
                "副召集人 赵湖 县水利局",
                "副召集人 孙江 县林业局",
                "成员 马尔丹·艾力 县农业农村局",
                "成员 郑清源 团县委",
                "联络员 冯岸 县水利局",
            ],
            read.Roster!.Persons.Select(person => $"{person.Role} {person.Name} {person.Unit}")
        );
        Assert.Equal(
            (true, true, false),
            (read.Roster.StatesDeputy, read.Roster.StatesLiaison, read.Roster.StatesOffice)
        );
    }

    [Fact]
    public void A_roster_line_that_is_not_understood_is_reported()
    {
        var read = Read(
            "河湖治理联席会议成员名单\n成员：\n赵 湖 县水利局局长\n县林业局一名负责同志\n孙 江 县财政局局长"
        );
        Assert.Equal(2, read.Roster!.Persons.Count);
        Assert.Contains("第 4 行", Assert.Single(read.Findings, finding => finding.Kind is FindingKind.Unread).Text);
    }

    [Theory]
    [InlineData("成员变动的,由接任工作的同志替补,不另行文。", StatedSubstitution.Automatic)]
    [InlineData("如有变动,报请召集人同意后,由接任工作的同志自行替补,不另行文。", StatedSubstitution.ConvenorConsent)]
    [InlineData("成员因工作变动需要调整的,由所在单位提出,联席会议确定。", StatedSubstitution.MeetingConfirms)]
    public void The_substitution_rule_is_read(string sentence, StatedSubstitution mode) =>
        Assert.Equal(
            mode,
            Read($"河湖治理联席会议成员名单\n召集人：赵 湖 县水利局局长\n{sentence}").Roster!.Substitution!.Value
        );

    [Fact]
    public void An_addressee_that_does_not_look_like_a_unit_is_one_by_its_place_with_a_doubt()
    {
        var recipients = Read(
            "关于开展检查的通报\n各区人民政府，临港新区管委会，青石林场：\n现通报如下。"
        ).Heading.Recipients;
        Assert.Equal(["各区人民政府", "临港新区管委会", "青石林场"], recipients.Select(one => one.Value));
        Assert.Equal([false, false, true], recipients.Select(one => one.Doubt is not null));
    }

    private static Notice Read(string text) => NoticeReader.Read(SourceText.FromText(text), new(2026, 1, 15));
}
