using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Answering;

/// <summary>答复: a person of the asked unit answers; every kind of request is answered by this one command.</summary>
public sealed record AnswerAsk(string AskId, AnswerDraft Draft, IReadOnlyList<Upload>? Files = null) : Command
{
    /// <inheritdoc />
    public override string Name => "answer";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToAnswer(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ask = step.File.Asks.First(a => a.Id == AskId);
        var draft = Draft with { HasEvidence = Files is { Count: > 0 } };
        await SayForWhom(step, ask);
        if (ask.Within is null && await InnerRound.Stations(step, ask) is { Count: > 0 } stations)
        {
            await InnerRound.Submit(step, ask, stations, draft, Files);
            return;
        }
        var answer = await Settling.Take(step, ask, draft, null);
        var files = await Attachments.Keep(step, answer.Id, Files);
        if (ask.Within is not null)
        {
            await InnerRound.Go(step, ask);
            return;
        }
        // A seat is answered in person: 陆明签发, not 市人民政府签发.
        var who =
            step.DeputyFor is { } principal ? $"{step.Actor.Name}代{principal}"
            : ask.Seat is null ? await step.UnitName(ask.Unit)
            : step.Actor.Name;
        step.Say(
            $"{who}{Sentence.Of(ask, Draft)}",
            new
            {
                ask = AskId,
                answer = answer.Id,
                Draft.Value,
                Draft.Text,
                files,
            }
        );
    }

    /// <summary>A stand-in acts in the holder's place, and everybody can see it (代).</summary>
    private static async Task SayForWhom(Step step, AskRow ask)
    {
        if (step.File.Acting.GetValueOrDefault(ask.Id)?.Holder is not { } holder || holder == step.Actor.Id)
            return;
        step.DeputyFor = await step.Session.Scalar<string?>(
            "select name from account where id = @holder",
            new { holder }
        );
        step.OnBehalfOf = holder;
    }
}

/// <summary>代录: the office enters an answer that came by phone or on paper, with who, how, when and the scan.</summary>
public sealed record RecordAnswer(
    string AskId,
    AnswerDraft Draft,
    RecordedFrom From,
    IReadOnlyList<Upload>? Files = null
) : Command
{
    /// <inheritdoc />
    public override string Name => "record";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToRecord(AskId);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ask = step.File.Asks.First(a => a.Id == AskId);
        RecordingNamesItsSource.Check(ask, step.File.AnswerTo(ask.Id), From, step.Now, Files);
        await RecordedHandIsThePrincipals.Check(step, ask, From.Who);
        var answer = await Settling.Take(step, ask, Draft with { HasEvidence = Files is { Count: > 0 } }, From);
        var files = await Attachments.Keep(step, answer.Id, Files);
        step.OnBehalfOf = ask.Unit;
        var unit = await step.UnitName(ask.Unit);
        step.Say(
            $"代录：{unit}{Sentence.Of(ask, Draft)}（{From.Channel}，{From.Who}）",
            new
            {
                ask = AskId,
                answer = answer.Id,
                Draft.Value,
                Draft.Text,
                from = From,
                files,
            }
        );
    }
}
