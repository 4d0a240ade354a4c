using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// 对代录提出异议: the unit says that what the office recorded is not its word. While the round is open it is asked
/// again; afterwards the objection stands on record, and the office decides whether to return the case.
/// </summary>
public sealed record ContestRecorded(string AskId, string Why) : Command
{
    /// <inheritdoc />
    public override string Name => "contest";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToContest(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请写明代录与本单位意见不符之处。");
        var ask = step.File.Asks.First(a => a.Id == AskId);
        var answer = step.File.AnswerTo(AskId)! with
        {
            Id = step.NewId(),
            Origin = AnswerOrigin.Contested,
            Text = Why.Trim(),
            ByAccount = step.Actor.Id,
            ByName = step.Actor.Name,
            At = step.Now,
        };
        await step.Session.Insert("answer", answer);
        step.File.Answers.Add(answer);
        var isOpen = step.File.OpenVisits.Any(v => v.Id == ask.VisitId);
        if (isOpen)
            await Settling.Reopen(step, ask);
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        step.Say(
            $"{await step.UnitName(ask.Unit)}对代录的{vocabulary.Label}提出异议{(vocabulary.IsForSomeEyes ? "" : $"：{Why.Trim()}")}"
                + (isOpen ? "，请重新答复" : "，本轮已结束，请办公室处理"),
            new { ask = ask.Id, answer = answer.Id }
        );
    }
}
