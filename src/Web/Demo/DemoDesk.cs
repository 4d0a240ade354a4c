using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;

namespace JointMeeting.Web.Demo;

/// <summary>Does what people of the demo do, through the same commands as the pages.</summary>
internal sealed class DemoDesk(Steps steps)
{
    /// <summary>The person of that login.</summary>
    public async Task<Person> Who(string login)
    {
        await using var session = await steps.Database.Read();
        var account = await session.One<AccountRow>("select * from account where login = @login", new { login });
        return account!.AsPerson();
    }

    /// <summary>The id of a unit.</summary>
    public async Task<string> Unit(string name)
    {
        await using var session = await steps.Database.Read();
        return (await session.Scalar<string>("select id from unit where name = @name", new { name }))!;
    }

    /// <summary>A person answers the open ask of their unit (or seat) on a case.</summary>
    public async Task Answer(string login, string caseId, AnswerDraft draft, string? evidence = null)
    {
        var person = await Who(login);
        var ask = (await Load(caseId)).Asks.First(a => a.Unit == person.Unit && a.State == AskState.Open);
        IReadOnlyList<Upload>? files = evidence is null ? null : [Paper(evidence)];
        await steps.Act(person, caseId, new AnswerAsk(ask.Id, draft with { HasEvidence = files is not null }, files));
    }

    /// <summary>The open asks of a case with their units' names.</summary>
    public async Task<CaseFile> Load(string caseId)
    {
        await using var session = await steps.Database.Read();
        return await CaseFile.Load(session, caseId, steps.Lifecycles, Moment.DayInChina(steps.Time.GetUtcNow()));
    }

    /// <summary>Open cases of one kind under a parent, in order.</summary>
    public async Task<IReadOnlyList<string>> Children(string parent, CaseKind kind)
    {
        await using var session = await steps.Database.Read();
        return await session.Query<string>(
            "select id from cases where parent = @parent and kind = @kind order by id",
            new { parent, kind = kind.ToString() }
        );
    }

    /// <summary>A small text file standing for a scanned page.</summary>
    public static Upload Paper(string text) =>
        new("佐证材料.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes(text));
}
