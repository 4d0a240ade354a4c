using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>What a person reading a meeting should do next, and with which buttons.</summary>
internal static class NextStep
{
    /// <summary>In a line and a sentence; different for the office and for a unit.</summary>
    public static (string Title, string Text) Of(DetailsModel page)
    {
        var mine = page.Mine.FirstOrDefault();
        if (!page.IsOffice)
            return mine is null
                ? ForUnit(page)
                : (Vocabulary.Named(mine.Vocabulary).Label, $"{mine.Subject}。{Due(mine.Due)}");
        var (title, text) = ForOffice(page);
        return (title, mine is null ? text : $"{text}另外，本单位的请办：{mine.Subject}。");
    }

    /// <summary>Links to the pages of the step.</summary>
    public static IEnumerable<ActionLink> Links(DetailsModel page)
    {
        var yes = new Permission.Allowed();
        if (page.IsOffice && OfficePage(page.Node) is (var label, { } path, var icon))
            yield return new(label, yes, $"/meetings/{page.Id}/{path}", ButtonKind.Primary, icon);
        foreach (var ask in page.Mine)
        {
            var kind = page.IsOffice ? ButtonKind.Secondary : ButtonKind.Primary;
            yield return new(Vocabulary.Named(ask.Vocabulary).Label, yes, $"/asks/{ask.Id}", kind, "pencil");
        }
    }

    private static (string Label, string? Path, string Icon) OfficePage(string? node) =>
        node switch
        {
            "notified" => ("查看回执", "receipts", "inbox"),
            "inSession" => ("办理签到", "attendance", "users"),
            "minutesDrafting" => ("起草纪要", "draft", "pencil"),
            "countersigning" or "awaitingSignature" => ("查看会签情况", "countersign", "stamp"),
            _ => ("", null, ""),
        };

    /// <summary>The actions of the step; a refused one is shown with the reason.</summary>
    public static IEnumerable<ActionButton> Buttons(DetailsModel page) =>
        page.Node switch
        {
            "notified" => [Button(page, Actions.OpenSession, "Open", ButtonKind.Secondary, "flag")],
            "inSession" => [Button(page, Actions.CloseSession, "CloseSession", ButtonKind.Secondary, "check")],
            "minutesDrafting" => [Button(page, Actions.Circulate, "Circulate", ButtonKind.Secondary, "send")],
            "signed" => [Button(page, Actions.Issue, "Issue", ButtonKind.Primary, "stamp")],
            "supervising" => [Closing(page)],
            _ => [],
        };

    private static ActionButton Closing(DetailsModel page)
    {
        var open = page.Tasks.Count(t => t.Node is not null);
        var may = page.Rights.To(Actions.CloseMeeting);
        return new(
            Actions.CloseMeeting.Label,
            open > 0 && may.IsAllowed ? new Permission.Refused($"还有 {open} 项督办事项没有销号。") : may,
            "CloseMeeting",
            ButtonKind.Primary,
            "archive"
        );
    }

    private static ActionButton Button(
        DetailsModel page,
        CaseAction action,
        string handler,
        ButtonKind kind,
        string icon
    ) => new(action.Label, page.Rights.To(action), handler, kind, icon);

    private static (string, string) ForOffice(DetailsModel page) =>
        page.Node switch
        {
            "draft" => ("发出会议通知", "核对时间、地点和议题后发出；每个成员单位会收到请办，须报送参会回执。"),
            "notified" => ("催收回执", $"{Open(page.Receipts)}；会议当天点“开始会议”。"),
            "inSession" => ("签到", "按回执预填了参会人，核对后签到；散会后点“结束会议”。"),
            "minutesDrafting" => ("起草纪要", "逐条写明议定事项的牵头单位、责任单位和时限，保存后送有关单位会签。"),
            "countersigning" => ("等待会签", $"{Open(page.Countersigns)}。有不同意见的，退回修改纪要或协商解决。"),
            "awaitingSignature" => ("等待召集人签发", "召集人在系统中签发；纸质签发的，代录并上传签字页。"),
            "signed" => ("印发纪要", "印发时编列期号，议定事项逐条转为督办事项。"),
            "supervising" => ("督办落实", "议定事项全部销号后会议办结。"),
            _ => ("已结束", "本次会议已经结束，材料可供查阅。"),
        };

    private static (string, string) ForUnit(DetailsModel page) =>
        page.Node switch
        {
            "draft" => ("等待会议通知", "联席会议办公室正在筹备。"),
            "notified" => ("等待开会", "本单位已答复回执；人员有变动的，会前可以修改回执。"),
            "supervising" => ("落实议定事项", "涉及本单位的事项见下面的督办列表。"),
            null => ("已结束", "本次会议已经结束，材料可供查阅。"),
            _ => ("等待联席会议办公室办理", "现在没有需要本单位办理的事项。"),
        };

    private static string Open(IReadOnlyList<Ledger.Stores.AskRow> round)
    {
        var open = round.Count(a => a.State == AskState.Open);
        return open == 0 ? $"{round.Count} 个单位均已答复" : $"{round.Count} 个单位中还有 {open} 个没有答复";
    }

    private static string Due(DateOnly? due) => due is { } day ? $"请于{When.DayOfWeek(day)}前办理。" : "";
}
