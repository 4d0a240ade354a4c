using JointMeeting.Domain.Proposals;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>标准用语 of a reply, filled in with what the case knows (DOMAIN 3.4: 函 format).</summary>
public static class StandardLines
{
    /// <summary>The lines that fit this item now, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(
        ItemRow item,
        IReadOnlyList<SignerRow> signers,
        IReadOnlyList<AnswerCell> opinions,
        IReadOnlyList<ContactRow> contacts
    )
    {
        var lines = new List<(string, string)> { ("称谓和引言", Opening(item, signers)) };
        if (contacts.Count > 0)
            lines.Add(("沟通情况", Spoken(item, contacts)));
        if (opinions.Count > 0)
            lines.Add(("协办意见", string.Join("", opinions.Select(Opinion))));
        lines.Add(("结语", $"再次感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。"));
        return lines;
    }

    /// <summary>称谓 and introduction; it says again where the item is handled again.</summary>
    public static string Opening(ItemRow item, IReadOnlyList<SignerRow> signers)
    {
        var lead = signers.FirstOrDefault(s => s.IsLead)?.Name ?? "";
        var again = item.RedoRound > 0 ? "根据您的反馈意见，我们重新进行了办理，" : "感谢您的关心和支持，";
        return $"尊敬的{lead}{ItemKinds.Signer(item.Kind)}：您提出的《{item.Title}》收悉。{again}现答复如下：";
    }

    /// <summary>The co-handlers' opinions as they stand; who is late is named, never left out.</summary>
    public static string Opinion(AnswerCell cell) =>
        cell.Text is { } text ? $"{cell.Unit}意见：{text}"
        : cell.At is not null ? $"{cell.Unit}无补充意见。"
        : cell.Tone == Tone.Danger ? $"协办单位逾期未反馈（{cell.Unit}）。"
        : $"{cell.Unit}的协办意见尚未收到。";

    private static string Spoken(ItemRow item, IReadOnlyList<ContactRow> contacts)
    {
        var last = contacts.MaxBy(c => c.OnDay)!;
        return $"办理中，我们于{last.OnDay:yyyy年M月d日}通过{ContactKinds.Label(last.Kind)}方式听取了{last.People}{ItemKinds.Signer(item.Kind)}的意见。";
    }
}
