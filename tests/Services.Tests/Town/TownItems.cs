using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Services.Tests.Town;

/// <summary>Suggestions in the small town: 民政局 answers, 财政局 assists.</summary>
public static class TownItems
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    /// <summary>One suggestion that was just assigned; returns its case.</summary>
    public static async Task<string> Assigned(SmallTown town)
    {
        string house;
        await using (var session = await town.Database.Read())
            house = (await session.Scalar<string>("select id from cases where kind = 'House'"))!;
        await town.Steps.Act(
            await town.Account("admin"),
            house,
            new CreateAccounts([
                new("congress", "何代工", "云川市人大常委会代表工委", new HashSet<Role> { Role.CongressOffice }, "-"),
                new("government", "张政办", "云川市政府办公室", new HashSet<Role> { Role.GovernmentOffice }, "-"),
                new("head", "孟局长", SmallTown.Members[0], new HashSet<Role> { Role.Head }, "-", IsPrincipal: true),
            ])
        );
        var item = New();
        var government = await town.Account("government");
        var registered = await town.Steps.Act(
            government,
            new Target.New(CaseKind.Suggestion, item.Title),
            new RegisterItem(item)
        );
        var host = (await town.Liaison(SmallTown.Members[0])).Unit!;
        var assists = (await town.Liaison(SmallTown.Members[1])).Unit!;
        AssignedUnit[] units = [new(host, HandlingDuty.Host), new(assists, HandlingDuty.CoHandler)];
        await town.Steps.Act(
            government,
            registered.CaseId,
            new AssignItem(CaseKind.Suggestion, units, Monday, new DateOnly(2026, 5, 31))
        );
        return registered.CaseId;
    }

    /// <summary>The item as it was handed in.</summary>
    public static NewItem New() =>
        new(
            ItemKind.Suggestion,
            "五届三次",
            "12",
            "关于社区食堂的建议",
            "建议增设社区食堂。",
            [new("李明", "0000-5550101"), new("王芳")],
            Monday
        );

    /// <summary>What that unit was asked in that vocabulary, as it stands at the office.</summary>
    public static async Task<AskRow> Ask(SmallTown town, string item, Person person, string vocabulary)
    {
        await using var session = await town.Database.Read();
        return (
            await session.One<AskRow>(
                "select * from ask where case_id = @item and unit = @Unit and vocabulary = @vocabulary order by id desc limit 1",
                new
                {
                    item,
                    person.Unit,
                    vocabulary,
                }
            )
        )!;
    }
}
