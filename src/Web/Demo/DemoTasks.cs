using JointMeeting.Domain.Asks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;

namespace JointMeeting.Web.Demo;

/// <summary>What becomes of the first meeting's tasks: one struck off, one applied for closing, one late, one ongoing.</summary>
internal sealed class DemoTasks(Steps steps, DemoDesk desk, Func<int, Task<DateOnly>> go)
{
    private static readonly string[] Units =
    [
        "renshe",
        "fagai",
        "jiaoyu",
        "xueyuan",
        "caizheng",
        "shenji",
        "jingxin",
        "gonghui",
        "nongye",
        "tuiyi",
        "fulian",
        "canlian",
    ];

    /// <summary>The units sign for the rows of the founding notice, but for the last two.</summary>
    public async Task TakeOver(IReadOnlyList<string> tasks)
    {
        foreach (var task in tasks.SkipLast(2))
            await SignForAll(task);
    }

    /// <summary>Handles them in the order of the minutes.</summary>
    public async Task Handle(IReadOnlyList<string> tasks)
    {
        await go(1);
        foreach (var task in tasks)
            await SignForAll(task);
        await go(6);
        await desk.Answer("renshe", tasks[0], new AnswerDraft("progress", "方案初稿已形成，正在征求意见。"));
        await desk.Answer("caizheng", tasks[1], new AnswerDraft("progress", "台账系统上线试运行，首月对账完成。"));
        await go(4);
        await desk.Answer("renshe", tasks[0], new AnswerDraft("applyClose", "建设方案已印发。"), "建设方案印发稿");
        await Verify(tasks[0], new AnswerDraft("close"));
        await desk.Answer("nongye", tasks[3], new AnswerDraft("progress", "三季度培训 620 人次。"));
        await desk.Answer("caizheng", tasks[1], new AnswerDraft("applyClose", "按月对账机制已运行。"), "对账记录");
    }

    private async Task SignForAll(string task)
    {
        foreach (var login in Units)
        {
            var person = await desk.Who(login);
            var open = (await desk.Load(task)).Asks.Any(a =>
                a.Unit == person.Unit && a.State == AskState.Open && a.Vocabulary == "signFor"
            );
            if (open)
                await desk.Answer(login, task, new AnswerDraft("signed"));
        }
    }

    private async Task Verify(string task, AnswerDraft draft)
    {
        var ask = (await desk.Load(task)).Asks.First(a => a is { Vocabulary: "verify", State: AskState.Open });
        await steps.Act(await desk.Who("lianban"), task, new AnswerAsk(ask.Id, draft));
    }
}
