using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Meetings.Session;

/// <summary>开始会议: open receipts close; units that did not answer are listed as 未回执.</summary>
public sealed record OpenSession() : ActionCommand(Actions.OpenSession)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var silent = step.File.Asks.Count(a => a.State == AskState.Open);
        await step.Complete("notified", "opened");
        step.Say(silent == 0 ? "会议开始，各单位均已回执" : $"会议开始，{silent} 个单位未回执");
    }
}

/// <summary>One person who signs in.</summary>
public sealed record Attendee(string Unit, string PersonName, string PersonPost, bool StandIn);

/// <summary>签到, one or many; signing in twice changes nothing.</summary>
public sealed record SignIn(IReadOnlyList<Attendee> Attendees, string Method) : ActionCommand(Actions.SignIn)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Attendees.Count == 0)
            throw new Refusal("请至少选择一位到会人员。");
        await Units.RefuseUnknown(step, Attendees.Select(a => a.Unit));
        foreach (var attendee in Attendees)
        {
            if (string.IsNullOrWhiteSpace(attendee.PersonName))
                throw new Refusal("签到须填写到会人员姓名。");
            const string there =
                "select count(*) from attendance where meeting = @CaseId and unit = @Unit and person_name = @name";
            var name = attendee.PersonName.Trim();
            if (
                await step.Session.Scalar<long>(
                    there,
                    new
                    {
                        step.CaseId,
                        attendee.Unit,
                        name,
                    }
                ) > 0
            )
                continue;
            await step.Session.Insert(
                "attendance",
                new AttendanceRow
                {
                    Meeting = step.CaseId,
                    Unit = attendee.Unit,
                    PersonName = name,
                    PersonPost = attendee.PersonPost.Trim(),
                    StandIn = attendee.StandIn,
                    At = step.Now,
                    Method = Method,
                }
            );
        }
        step.Say(
            $"签到 {Attendees.Count} 人：{string.Join("、", Attendees.Select(a => a.PersonName))}",
            new { Method }
        );
    }
}

/// <summary>
/// 结束会议: what stand-ins had to take back (带回研究) is now asked of their units. Below two thirds of the member
/// units the office is warned, never stopped.
/// </summary>
public sealed record CloseSession() : ActionCommand(Actions.CloseSession)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var quorum = await QuorumOf(step.Session, step.CaseId);
        await step.Complete("inSession", "closed");
        // An office may have put a step of its own in between.
        var visit = step.File.OpenVisit("minutesDrafting") ?? step.File.OpenVisits.First();
        var takenBack = step
            .File.Asks.Where(a =>
                a.Vocabulary == Vocabulary.Receipt.Id && step.File.AnswerTo(a.Id) is { Provisional: true }
            )
            .Select(a => new Asked(a.Unit))
            .ToList();
        if (takenBack.Count > 0)
            await Opening.Ask(step, visit, Confirmation, takenBack);
        var confirm = takenBack.Count == 0 ? "" : $"，{takenBack.Count} 个单位待会后确认";
        step.Say($"会议结束，到会 {quorum.Present}/{quorum.Units} 个单位{confirm}", new { quorum.Warning });
    }

    private static readonly RoundInput Confirmation = new(
        Vocabulary.Confirmation.Id,
        "",
        "confirmAfterMeeting",
        "all",
        Completes: false,
        Deemed: false,
        ReturnsTo: null,
        "请确认带回研究的事项"
    );

    /// <summary>How many member units are there.</summary>
    public static async Task<Quorum> QuorumOf(Ledger.Session session, string meeting)
    {
        var members = await session.Query<string>(
            """
            select distinct s.unit from seat s join meeting m on m.mechanism = s.mechanism
             where m.case_id = @meeting and s.role <> 'LiaisonOfficer'
            """,
            new { meeting }
        );
        var present = await session.Query<string>(
            "select distinct unit from attendance where meeting = @meeting",
            new { meeting }
        );
        return Quorum.Of(members.Select(Guid.Parse), present.Select(Guid.Parse));
    }
}
