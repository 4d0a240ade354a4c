using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// The sentence on what happens when a member changes: 由接任工作的同志替补,不另行文; 由相应岗位人员自然递补; 由所在单位提出,报召集人同意后
/// 调整; 由联席会议确定. It speaks of persons, says 如 or 因…的, and who follows or who agrees; a sentence on member units, or
/// one that announces a change, is none.
/// </summary>
internal static class SubstitutionRule
{
    private const string Change = "(变动|调整|变化|变更|更替|调离|调任|离任|调动|缺位)";
    private static readonly Regex MemberUnits = new("成员单位", Patterns.Linear);
    private static readonly Regex Persons = new("成员|组成人员|召集人|负责同志|负责人|同志|人员", Patterns.Linear);
    private static readonly Regex Condition = new(
        $"(如|若|凡|遇|因|发生|出现|一旦|有)[^。]{{0,24}}{Change}|{Change}[^。,，;；]{{0,8}}(的|时|后)[,，]",
        Patterns.Linear
    );
    private static readonly Regex Successor = new(
        "替补|递补|接替|接任|继任|顶替|补位|相应(岗位|职务)|自行(更换|调整|替换)|(由|经)[^,，。;；]{0,10}单位[^,，。;；]{0,12}(提出|推荐|报|明确|确定|更换|调整|补充)|(报|经)[^。;；]{0,24}(同意|批准|审定|审批|备案)|会议(研究)?(确定|审定)|(及时|相应)(调整|更换|补充)|不再?另(行)?(发|行)?文",
        Patterns.Linear
    );
    private static readonly Regex Announces = new("鉴于|决定(对|将)|现(将|对|予)", Patterns.Linear);
    private static readonly Regex Confirms = new("会议(研究)?(后)?(确定|审定|通过|审议)", Patterns.Linear);
    private static readonly Regex Consents = new(
        "(召集人|组长|主任|市长|县长|区长|州长|领导|政府)[^。;；]{0,8}(同意|批准|审定|审批|审核)",
        Patterns.Linear
    );

    public static Stated<string>? Find(Sheet sheet)
    {
        foreach (var line in sheet.Lines)
        foreach (var sentence in line.Squeezed.Split('。'))
            if (Is(sentence))
                return new(line.Squeezed.Contains(sentence + '。') ? sentence + '。' : sentence, line.Number);
        return null;
    }

    public static bool Is(string sentence)
    {
        var persons = MemberUnits.Replace(sentence, "");
        return Persons.IsMatch(persons)
            && (persons.Contains("成员") || !sentence.Contains(Roles.Liaison))
            && Condition.IsMatch(sentence)
            && Successor.IsMatch(sentence)
            && !Announces.IsMatch(sentence);
    }

    public static StatedSubstitution Mode(string sentence) =>
        Confirms.IsMatch(sentence) ? StatedSubstitution.MeetingConfirms
        : Consents.IsMatch(sentence) ? StatedSubstitution.ConvenorConsent
        : StatedSubstitution.Automatic;
}
