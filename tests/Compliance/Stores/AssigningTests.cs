using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.House.AccessKeys;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Compliance.Stores;

public sealed class AssigningOnSqlite : AssigningTests<Sqlite>;

public sealed class AssigningOnPostgres : AssigningTests<Postgres>;

public abstract class AssigningTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;

    [Fact]
    public async Task What_the_signer_suggests_and_what_was_ruled_are_two_things()
    {
        var (education, finance, transport) = (
            City.Unit(World.Education),
            City.Unit(World.Finance),
            City.Unit(World.Transport)
        );
        var id = await City.Registered(City.New() with { Suggested = [transport], Hosts = [education] });
        await World.Act(City.Government, id, new PreAssign(Suggestion, [education], [finance]));
        Assert.Equal([World.Education, World.Finance], await Order(id));
        await Refused(
            "两次",
            City.Government,
            await City.Registered(),
            new PreAssign(Suggestion, [education], [education])
        );
        await World.Act(City.Government, id, City.Assigning(new AssignedUnit(finance, HandlingDuty.Sole)));
        var item = (await World.Look(id)).Item!;
        Assert.Equal((transport, finance, ""), (item.Suggested, item.RuledHosts, item.RuledCoHandlers));
    }

    private async Task<IEnumerable<string>> Order(string id) =>
        (await World.Asked(id, "preassigning", AskState.Open)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task What_carries_a_mark_of_secrecy_is_not_registered_whichever_way_it_comes()
    {
        var marked = City.New() with { Text = "机 密★ 一年" };
        var refusal = await Assert.ThrowsAsync<Domain.Refusal>(() => City.Registered(marked));
        Assert.Contains("密级标志", refusal.Why);
        var item = City.New("8");
        var id = await City.Registered(item);
        await Refused("密级标志", City.Government, id, new AmendItem(item with { Title = "秘密★关于停车的建议" }));
    }

    [Fact]
    public async Task A_list_that_rules_other_units_amends_what_waits_and_never_what_was_assigned()
    {
        var item = City.New("7") with { Hosts = [City.Unit(World.Education)] };
        var id = await City.Registered(item);
        var other = item with { Hosts = [City.Unit(World.Finance)] };
        await World.Act(City.Government, id, new AmendItem(other));
        Assert.Equal(City.Unit(World.Finance), (await World.Look(id)).Item!.RuledHosts);
        await World.Act(City.Government, id, City.Assigning());
        await Refused("没有需要更正的", City.Government, id, new AmendItem(item));
    }

    [Theory]
    [InlineData("RETURN-STOPS", false, "2026-06-09")]
    [InlineData("RETURN-STOPS", true, "2026-06-09")]
    [InlineData("npc", false, "2026-06-02")]
    [InlineData("npc", true, "2026-06-02")]
    public async Task While_a_return_has_no_ruling_the_clock_runs_or_not_as_the_rules_say(
        string rules,
        bool signedMeanwhile,
        string due
    )
    {
        var id = await City.Assigned(City.New() with { Rules = rules });
        var request = new RequestReturn(Suggestion, "不属本单位职责", "市交通局", "郑局长");
        Task Sign() => City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        if (!signedMeanwhile)
            await Sign();
        World.Clock.Now = World.At("2026-03-04 09:00");
        await World.Act(City.Liaison(World.Education), id, request);
        if (signedMeanwhile)
            await Sign();
        var handle = await World.Ask(id, World.Education, "handle");
        Assert.Equal(rules == "npc" ? new DateOnly(2026, 6, 2) : null, handle.Due);
        World.Clock.Now = World.At("2026-03-11 09:00");
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        await World.Act(City.Government, id, new RuleReturn(Suggestion, ruling, false, null, "属本单位职责"));
        Assert.Equal(due, $"{(await World.Ask(id, World.Education, "handle")).Due:yyyy-MM-dd}");
    }

    [Fact]
    public async Task The_leader_of_a_key_item_gets_a_copy_and_may_read_it()
    {
        var item = City.New() with { IsKey = true, Leader = City.Head.Name };
        var transport = new AssignedUnit(City.Unit(World.Transport), HandlingDuty.Sole);
        var id = await City.Assigned(item, transport);
        await World.Steps.Look(City.Head, id);
        Assert.Equal(
            [City.Unit(World.Education)],
            await World.Rows<string>("select unit from copy where case_id = @id", new { id })
        );
        var other = await City.Assigned(null, transport);
        await Assert.ThrowsAsync<Domain.Refusal>(() => World.Steps.Look(City.Head, other));
    }

    [Fact]
    public async Task Within_the_unit_it_goes_to_a_section_on_a_day_of_its_own()
    {
        var id = await City.Assigned();
        World.Clock.Now = World.At("2026-03-04 09:00");
        var host = City.Liaison(World.Education);
        var pass = new PassToSection(Suggestion, "基础教育科", "吴一", new(2026, 3, 3));
        await Refused("交接日期", host, id, pass with { On = new(2026, 3, 1) });
        await Refused("承办科室", host, id, pass with { Section = " " });
        await Refused("只有承办单位", City.Liaison(World.Transport), id, pass);
        await World.Act(host, id, pass);
        var last = (
            await World.Rows<(string, string, string)>(
                "select from_name, to_name, on_day from hand_over where case_id = @id order by id desc limit 1",
                new { id }
            )
        ).Single();
        Assert.Equal((World.Education, "基础教育科 吴一", "2026-03-03"), last);
    }

    [Fact]
    public async Task The_duty_catalogue_is_kept_as_a_whole_and_what_left_it_is_not_lost()
    {
        var parking = new UnitDuty(City.Unit(World.Transport), ["停车位", "停车场"], "三定规定第三条");
        var schools = new UnitDuty(City.Unit(World.Education), ["学校"], "三定规定第四条");
        await World.Act(City.Government, World.House, new SetDuties([parking, schools]));
        await Refused("没有变化", City.Government, World.House, new SetDuties([schools, parking]));
        await Refused("依据", City.Government, World.House, new SetDuties([parking with { Source = "" }]));
        await World.Act(City.Government, World.House, new SetDuties([parking]));
        var rows = await World.Rows<(string, string?)>("select words, ended_at from unit_duty order by words");
        Assert.Equal(["停车位、停车场", "学校"], rows.Select(r => r.Item1));
        Assert.Equal([true, false], rows.Select(r => r.Item2 is null));
    }

    [Fact]
    public async Task A_key_stands_for_its_maker_until_it_ends_expires_or_the_account_does()
    {
        var key = AccessKeys.New();
        var make = new MakeAccessKey(key, "履职平台", new(2026, 9, 1));
        await Refused("不超过一年", City.Congress, World.House, make with { ExpiresOn = new(2028, 1, 1) });
        await Refused("只有", City.Liaison(World.Education), World.House, make);
        await World.Act(City.Congress, World.House, make);
        Assert.Equal(City.Congress.Id, (await PersonOf(key, new(2026, 9, 1)))?.Id);
        Assert.Null(await PersonOf(key, new(2026, 9, 2)));
        Assert.Null(await PersonOf(key + "0", new(2026, 9, 1)));
        Assert.Empty(await World.Rows<string>("select hash from access_key where hash = @key", new { key }));
        await Refused("没有找到", City.Government, World.House, new EndAccessKey(AccessKeys.Hash(key)));
        await World.Act(City.Congress, World.House, new EndAccessKey(AccessKeys.Hash(key)));
        Assert.Null(await PersonOf(key, new(2026, 3, 3)));
    }

    [Fact]
    public async Task Exporting_remembers_the_order_and_leaves_who_took_contact_data_along()
    {
        await Refused("没有可导出", City.Congress, World.House, new ExportItems("编号、标题", 0, false));
        await World.Act(City.Congress, World.House, new ExportItems("标题、编号", 3, false));
        await World.Act(City.Congress, World.House, new ExportItems("编号、标题、联系电话", 3, true));
        Assert.Equal(["编号、标题、联系电话"], await World.Rows<string>("select headings from platform_columns"));
        Assert.Contains(await Timeline(World.House), line => line.Contains("含提出人联系方式"));
    }

    private async Task<Person?> PersonOf(string key, DateOnly today)
    {
        await using var session = await World.Steps.Database.Read();
        return await AccessKeys.PersonOf(session, key, today);
    }
}
