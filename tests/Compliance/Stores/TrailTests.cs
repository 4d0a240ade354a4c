using JointMeeting.Ledger.Audit;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;

namespace JointMeeting.Compliance.Stores;

public sealed class TrailOnSqlite : TrailTests<Sqlite>;

public sealed class TrailOnPostgres : TrailTests<Postgres>;

/// <summary>核验: whatever is changed in the stored trail is found and named.</summary>
public abstract class TrailTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task The_trail_of_a_whole_meeting_holds()
    {
        var (meeting, _) = await World.Issued();
        var result = await World.Verify();
        Assert.True(result.Holds);
        Assert.Equal((await World.Rows<int>("select count(*) from audit_entry")).Single(), result.Entries);
        Assert.Equal((await World.Rows<int>("select count(*) from cases")).Single(), result.Streams);
        await using var session = await World.Database.Read();
        var one = await Verification.Run(session, meeting);
        Assert.Equal((1, (await Timeline(meeting)).Count), (one.Streams, one.Entries));
    }

    [Fact]
    public async Task One_changed_byte_of_what_was_done_is_found()
    {
        var meeting = await Broken();
        var payload = (
            await World.Rows<byte[]>(
                "select payload from audit_entry where stream = @meeting and seq = 3",
                new { meeting }
            )
        ).Single();
        payload[^2] ^= 1;
        await World.Tamper(
            "update audit_entry set payload = @payload where stream = @meeting and seq = 3",
            new { meeting, payload }
        );
        await Found((meeting, 3, "内容被改动"));
    }

    [Theory]
    [InlineData("actor = 'someone'")]
    [InlineData("actor_name = '别人'")]
    [InlineData("on_behalf_of = 'unit'")]
    [InlineData("at = '2026-03-02T02:00:00.000001Z'")]
    [InlineData("kind = 'close'")]
    public async Task A_changed_name_time_or_action_is_found(string change)
    {
        var meeting = await Broken();
        await World.Tamper($"update audit_entry set {change} where stream = @meeting and seq = 3", new { meeting });
        await Found((meeting, 3, "时间、人员或动作被改动"));
    }

    [Fact]
    public async Task A_changed_hash_is_found()
    {
        var meeting = await Broken();
        await World.Tamper(
            "update audit_entry set hash = @none where stream = @meeting and seq = 3",
            new { meeting, none = Trail.Root }
        );
        await Found((meeting, 3, "摘要不符"), (meeting, 4, "衔接断裂"));
    }

    [Fact]
    public async Task A_deleted_entry_is_found_and_its_place_named()
    {
        var meeting = await Broken();
        await World.Tamper("delete from audit_entry where stream = @meeting and seq = 3", new { meeting });
        await Found((meeting, 4, "缺少第 3 条"), (meeting, 4, "衔接断裂"));
    }

    [Fact]
    public async Task A_deleted_last_entry_is_found()
    {
        var meeting = await Broken();
        await World.Tamper("delete from audit_entry where stream = @meeting and seq = 7", new { meeting });
        await Found((meeting, 6, "末条留痕与事项记录不一致"));
    }

    [Fact]
    public async Task A_trail_deleted_whole_is_found()
    {
        var meeting = await Broken();
        await World.Tamper("delete from audit_entry where stream = @meeting", new { meeting });
        await Found((meeting, 0, "末条留痕与事项记录不一致"));
    }

    [Fact]
    public async Task A_deleted_case_is_found()
    {
        var meeting = await Broken();
        await World.Tamper("delete from cases where id = @meeting", new { meeting });
        await Found((meeting, 0, "事项已不存在"));
    }

    [Fact]
    public async Task Two_swapped_entries_are_found()
    {
        var meeting = await Broken();
        foreach (var (from, to) in new[] { (3, 99), (4, 3), (99, 4) })
            await World.Tamper(
                "update audit_entry set seq = @to where stream = @meeting and seq = @from",
                new
                {
                    meeting,
                    from,
                    to,
                }
            );
        var faults = (await World.Verify()).Faults;
        Assert.All(faults, f => Assert.Equal(meeting, f.Stream));
        Assert.Equal(
            [3L, 4L],
            faults.Where(f => f.Why.Contains("摘要不符", StringComparison.Ordinal)).Select(f => f.Seq)
        );
    }

    [Fact]
    public async Task An_added_entry_is_found()
    {
        var meeting = await Broken();
        await World.Tamper(
            """
            insert into audit_entry (stream, seq, at, actor, actor_name, kind, payload, salt, commitment, previous, hash)
            select stream, 8, at, actor, actor_name, kind, payload, salt, commitment, hash, hash
              from audit_entry where stream = @meeting and seq = 7
            """,
            new { meeting }
        );
        await Found((meeting, 8, "摘要不符"), (meeting, 8, "末条留痕与事项记录不一致"));
    }

    /// <summary>Personal data may be taken out: the commitment stays, and with it the chain.</summary>
    [Fact]
    public async Task An_erased_content_leaves_the_chain_whole()
    {
        var meeting = await Broken();
        await World.Tamper(
            "update audit_entry set payload = null where stream = @meeting and seq = 3",
            new { meeting }
        );
        await Found();
    }

    [Fact]
    public async Task Verifying_while_people_work_raises_no_false_alarm()
    {
        var meeting = await World.Notified();
        var asks = (await World.Look(meeting)).Asks;
        var working = Task.Run(async () =>
        {
            for (var n = 0; n < 12; n++)
                foreach (var unit in World.Members.Take(2))
                {
                    var ask = asks.Single(a => a.Unit == World.Unit(unit)).Id;
                    await World.Act(World.Liaison(unit), meeting, new AnswerAsk(ask, new("leave", $"理由{n}")));
                }
        });
        var runs = 0;
        while (!working.IsCompleted)
        {
            Assert.Empty((await World.Verify()).Faults);
            runs++;
        }
        await working;
        Assert.True(runs > 2);
    }

    /// <summary>A meeting with seven entries, whose trail the test will break.</summary>
    private async Task<string> Broken()
    {
        TrailHolds = false;
        var meeting = await World.Notified();
        foreach (var unit in World.Members)
            await World.Answer(meeting, unit, new("attend"));
        return meeting;
    }

    private async Task Found(params (string Stream, long Seq, string Why)[] expected)
    {
        var faults = (await World.Verify()).Faults;
        Assert.Equal(expected.Select(e => (e.Stream, e.Seq)), faults.Select(f => (f.Stream, f.Seq)));
        Assert.All(expected.Zip(faults), pair => Assert.Contains(pair.First.Why, pair.Second.Why));
    }
}
