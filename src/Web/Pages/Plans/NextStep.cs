using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>What the office should do next with a plan, and with which buttons.</summary>
internal static class NextStep
{
    /// <summary>In a line and a sentence.</summary>
    public static (string Title, string Text) Of(DetailsModel page) =>
        page.Node switch
        {
            "drafting" => ("起草文稿，送征求意见", "逐条写明牵头单位、责任单位和时限，保存后送有关单位征求意见。"),
            "consulting" => ("收集意见", $"{Open(page, "consulting", Vocabulary.Opinion)}。期限未到的单位不能越过。"),
            "revising" => ("统稿与采纳", "逐条登记采纳情况，修改文稿；改动较大的可以再次征求意见。"),
            "publicComment" => ("公开征求意见", "重大行政决策一般不少于三十日；不需要的写明理由。"),
            "legality" => ("合法性审核", "规范性文件须经审核；会议纪要、内部工作方案等写明不需要的理由。"),
            "fairCompetition" => ("公平竞争审查", "涉及经营者经济活动的须经审查，未经审查不得印发。登记后送会签。"),
            "countersigning" => (
                "等待会签",
                $"{Open(page, "countersigning", Vocabulary.Countersign)}。会签不能逾期视为同意。"
            ),
            "deliberating" => ("审议", "登记审议机构、日期和结论，之后送各联合发文单位主要负责人签发。"),
            "signing" => (
                "等待签发",
                $"{Open(page, "signing", Vocabulary.JointSignature)}。成文日期以最后签发人签发的日期为准。"
            ),
            "numbering" => ("编号印发", "只编牵头单位的发文字号：登记OA给出的字号，或由本系统编号。"),
            "issued" => ("归档和分解任务", "上传用印定稿，登记归档；逐条分解任务后进入实施。"),
            "implementing" => ("督办落实", "任务全部销号后可以登记实施完毕；需要修订、废止的在这里办理。"),
            _ => ("已结束", "本方案已经结束，材料可供查阅。"),
        };

    /// <summary>Pages where the next thing is done.</summary>
    public static IEnumerable<ActionLink> Links(DetailsModel page)
    {
        var yes = new Permission.Allowed();
        ActionLink To(string label, string path, string icon) =>
            new(label, yes, $"/plans/{page.Id}/{path}", ButtonKind.Primary, icon);
        return page.Node switch
        {
            "drafting" => [To("起草文稿", "draft", "pencil")],
            "consulting" => [To("查看意见", "opinions", "inbox")],
            "revising" => [To("修改文稿", "draft", "pencil"), To("登记采纳情况", "adoption", "clipboard-list")],
            "countersigning" or "signing" => [To("查看会签签发情况", "countersign", "stamp")],
            "numbering" => [To("编号印发", "issue", "stamp")],
            "issued" => [To("归档", "issue", "archive"), To("分解任务", "tasks", "flag")],
            "implementing" => [To("查看任务", "tasks", "flag")],
            _ => [],
        };
    }

    /// <summary>Actions of the step that need no form; a refused one is shown with the reason.</summary>
    public static IEnumerable<ActionButton> Buttons(DetailsModel page)
    {
        ActionButton Button(CaseAction action, string handler, string icon, string? label = null) =>
            new(label ?? action.Label, page.Rights.To(action), handler, ButtonKind.Secondary, icon);
        return page.Node switch
        {
            "drafting" => [Button(Actions.SendForOpinions, "Consult", "send")],
            "revising" when page.WasCountersigned => [Button(Actions.SendAgain, "Again", "send")],
            "revising" =>
            [
                Button(Actions.FinishDraft, "Finish", "check"),
                Button(Actions.SendForOpinions, "Consult", "send", "再次征求意见"),
            ],
            _ => [],
        };
    }

    private static string Open(DetailsModel page, string node, Vocabulary vocabulary)
    {
        var round = page.RoundAt(node, vocabulary);
        var open = round.Count(a => a.State is AskState.Open or AskState.Delegated or AskState.Waiting);
        return open == 0 ? $"{round.Count} 个单位均已答复" : $"{round.Count} 个单位中还有 {open} 个没有答复";
    }
}
