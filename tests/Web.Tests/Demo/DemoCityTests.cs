using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web.Demo;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.House;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.Tests.Demo;

public sealed class DemoCityTests
{
    [Fact]
    public async Task The_demo_has_a_meeting_in_every_state_and_a_trail_that_holds()
    {
        var folder = Directory.CreateTempSubdirectory("jointmeeting-test-");
        var database = new Database($"Data Source={Path.Combine(folder.FullName, "demo.db")};Pooling=False");
        var first = WorkingDayCalendar.Embedded.AddWorkdays(new DateOnly(2026, 11, 26), -35).Date;
        var clock = new JointMeeting.Web.Demo.MovedClock(Moment.At(first, new TimeOnly(9, 0)));
        await Migrator.Migrate(database, clock);
        var steps = Shipped.Steps(database, clock);
        await new DemoCity(steps, clock, new DemoPeople(new PasswordHasher<AccountRow>())).Build();

        await using (var session = await database.Read())
        {
            const string whereTheyAre = """
                select distinct coalesce(v.node, c.outcome) from cases c
                  left join visit v on v.case_id = c.id and v.left_at is null where c.kind = 'Meeting'
                """;
            var shown = await session.Query<string>(whereTheyAre);
            var meeting = steps.Lifecycles.Newest("meeting");
            var states = meeting.Nodes.Values.Where(n => n is Node.Step or Node.End).Select(n => n.Id);
            Assert.Empty(states.Except(shown));
            Assert.True((await Verification.Run(session)).Holds);
        }
        folder.Delete(recursive: true);
    }
}
