using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Abolish;
using JointMeeting.Workflows.House.AccessKeys;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Steering;

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

    /// <summary>
    /// Assigned on 03-02, the return asked for on 03-04 and agreed to on 03-11, signed for by the new unit on 03-12.
    /// Three months from 03-11 are 06-11, a Thursday, from 03-02 06-02, a Tuesday, from receipt on 03-12 06-12, a Friday.
    /// What the first unit's clock stood still is not given back to who counts from its own day. The date that a notice
    /// fixes stays.
    /// </summary>
    [Theory]
    [InlineData("npc", null, "2026-06-11")]
    [InlineData("SH-NPC", null, "2026-06-11")]
    [InlineData("CQ-NPC", null, "2026-06-11")]
    [InlineData("ZJ-NPC", null, "2026-06-12")]
    [InlineData("HA-NPC", null, "2026-06-12")]
    [InlineData("RETURN-KEEPS", null, "2026-06-02")]
    [InlineData("RETURN-STOPS", null, "2026-06-11")]
    [InlineData("npc", "2026-06-05", "2026-06-05")]
    public async Task The_reply_of_a_unit_that_takes_over_is_counted_from_the_day_the_rules_name(
        string rules,
        string? fixedOn,
        string due
    )
    {
        var id = await City.Assigned(
            City.New() with
            {
                Rules = rules,
                FixedOn = fixedOn is null ? null : DateOnly.Parse(fixedOn),
            }
        );
        await TakeOver(id, World.Education, World.Transport);
        // Two workdays from the day it was given to them, whatever the reply counts from.
        Assert.Equal(new DateOnly(2026, 3, 13), (await World.Ask(id, World.Transport, "accept")).Due);
        World.Clock.Now = World.At("2026-03-12 09:00");
        await City.Answer(id, World.Transport, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(due, $"{(await World.Ask(id, World.Transport, "handle")).Due:yyyy-MM-dd}");
    }

    /// <summary>Paused for one day before the first unit signed for it: 06-02 becomes 06-03, a Wednesday.</summary>
    [Fact]
    public async Task Time_that_stood_still_before_the_take_over_is_given_back_to_who_counts_from_the_first_day()
    {
        var id = await City.Assigned(City.New() with { Rules = "RETURN-KEEPS" });
        World.Clock.Now = World.At("2026-03-03 09:00");
        await World.Act(City.Government, id, new PauseCase("等待上级明确职责"));
        World.Clock.Now = World.At("2026-03-04 09:00");
        await World.Act(City.Government, id, new ResumeCase("已明确"));
        await TakeOver(id, World.Education, World.Transport);
        await City.Answer(id, World.Transport, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(new DateOnly(2026, 6, 3), (await World.Ask(id, World.Transport, "handle")).Due);
    }

    /// <summary>30 workdays from 03-02 would be 04-14; from the 03-11 it was given to them they are 04-23 (清明 04-04 to 04-06).</summary>
    [Fact]
    public async Task A_co_handler_that_takes_over_has_its_own_period_from_the_day_it_was_asked()
    {
        var id = await City.Assigned(City.New() with { Rules = "CQ-NPC" });
        await TakeOver(id, World.Finance, World.Transport);
        Assert.Equal(new DateOnly(2026, 4, 23), (await World.Ask(id, World.Transport, "coOpinion")).Due);
    }

    [Fact]
    public async Task The_ruling_says_from_which_day_the_reply_is_counted_now()
    {
        var id = await City.Assigned();
        await TakeOver(id, World.Education, World.Transport);
        Assert.Contains(await Timeline(id), line => line.Contains("答复期限自重新交办日 2026-03-11 起算"));
    }

    /// <summary>Asked for on 03-04 and ruled on 03-11; the case was paused in between, from 03-05 to 03-09.</summary>
    [Fact]
    public async Task Resuming_a_paused_case_leaves_a_clock_standing_that_a_return_has_stopped()
    {
        var id = await City.Assigned(City.New() with { Rules = "RETURN-STOPS" });
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        World.Clock.Now = World.At("2026-03-04 09:00");
        await World.Act(City.Liaison(World.Education), id, AskToReturn);
        World.Clock.Now = World.At("2026-03-05 09:00");
        await World.Act(City.Government, id, new PauseCase("等待上级明确职责"));
        World.Clock.Now = World.At("2026-03-09 09:00");
        await World.Act(City.Government, id, new ResumeCase("已明确"));
        Assert.Null((await World.Ask(id, World.Education, "handle")).Due);
        // 财政局 asked for no return: four days of its month were paused. 04-02 becomes 04-06, a holiday, then 04-07.
        Assert.Equal(new DateOnly(2026, 4, 7), (await World.Ask(id, World.Finance, "coOpinion")).Due);
        World.Clock.Now = World.At("2026-03-11 09:00");
        await Rule(id, agree: false, null);
        Assert.Equal(new DateOnly(2026, 6, 9), (await World.Ask(id, World.Education, "handle")).Due);
    }

    private static readonly RequestReturn AskToReturn = new(Suggestion, "不属本单位职责", "市交通局", "郑局长");

    private async Task TakeOver(string id, string from, string to)
    {
        World.Clock.Now = World.At("2026-03-04 09:00");
        await World.Act(City.Liaison(from), id, AskToReturn);
        World.Clock.Now = World.At("2026-03-11 09:00");
        await Rule(id, agree: true, to);
    }

    private async Task Rule(string id, bool agree, string? to)
    {
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        var newUnit = to is null ? null : City.Unit(to);
        await World.Act(
            City.Government,
            id,
            new RuleReturn(Suggestion, ruling, agree, newUnit, agree ? null : "属本单位职责")
        );
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

    /// <summary>The successor got the request and could not reply, for it was no handler.</summary>
    [Fact]
    public async Task An_item_of_a_unit_that_ended_is_answered_by_its_successor()
    {
        var id = await City.Handled();
        var (ended, next) = (World.Unit(World.Education), World.Unit(World.Transport));
        var last = DateOnly.FromDateTime(World.Clock.Now.UtcDateTime);
        await World.Act(World.Administrator, World.House, new AbolishUnit(ended, last, next, "机构改革方案"));
        await World.Fire($"{last.AddDays(1):yyyy-MM-dd} 10:00");
        var file = await World.Look(id);
        Assert.Equal([next], file.Handlers.Select(h => h.Unit).Where(u => u == ended || u == next));
        Assert.Contains(file.Asks, a => a.Unit == next && a.Vocabulary == ItemVocabulary.Handle.Id);
        Assert.True(
            Rights
                .For(City.Liaison(World.Transport), file.Facts())
                .To(ProposalActions.SubmitReply.For(CaseKind.Suggestion))
                .IsAllowed
        );
    }

    [Fact]
    public async Task A_key_stands_for_its_maker_until_it_ends_expires_or_the_account_does()
    {
        var key = AccessKeys.New();
        var make = new MakeAccessKey(key, "履职平台", new(2026, 9, 1));
        await Refused("不超过一年", City.Congress, World.House, make with { ExpiresOn = new(2028, 1, 1) });
        await Refused("由本单位人员办理", World.Administrator, World.House, make);
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

    /// <summary>The case of the fault: the list imported again blanked what the 预分办 and the clerks had ruled.</summary>
    [Fact]
    public async Task A_list_imported_again_takes_nothing_away_that_it_does_not_state()
    {
        var typed = City.New("21", isKey: true) with
        {
            Outside = "P-7",
            FixedOn = new(2026, 5, 20),
            IsComplex = true,
            Signers = [new("李明", "13812345678"), new("王芳", null, Forwarded: true)],
        };
        var id = await City.Registered(typed);
        await World.Act(
            City.Government,
            id,
            new PreAssign(Suggestion, [City.Unit(World.Education)], [City.Unit(World.Finance)])
        );
        var listed = new NewItem(
            ItemKind.Suggestion,
            "五届三次会议",
            "第021号",
            "关于增加学校周边停车泊位的建议",
            "",
            [new("李明"), new("王芳")],
            new DateOnly(2026, 3, 9),
            Hosts: [City.Unit(World.Transport)]
        );
        var before = (await World.Look(id)).Item!;
        await World.Act(City.Government, id, new AmendItem(listed, StatedOnly: true));
        Assert.Equal(
            before with
            {
                Title = listed.Title,
                Initials = PinyinInitials.Of(listed.Title),
            },
            (await World.Look(id)).Item
        );
        Assert.Equal(
            [("李明", "13812345678", 0L), ("王芳", null, 1L)],
            await World.Rows<(string, string?, long)>(
                "select name, contact, forwarded from item_signer where case_id = @id order by position",
                new { id }
            )
        );
    }

    [Theory]
    [InlineData("五届三次会议", "31")]
    [InlineData("五届三次", "第31号")]
    [InlineData("五届三次", "031")]
    public async Task One_number_of_one_session_is_one_item_however_both_are_written(string session, string number)
    {
        await City.Registered(City.New("31"));
        var again = City.New(number) with { SessionName = session };
        var refusal = await Assert.ThrowsAsync<Domain.Refusal>(() => City.Registered(again));
        Assert.Contains("已经登记", refusal.Why);
    }

    [Fact]
    public async Task An_item_that_others_are_merged_into_does_not_end_before_their_signers_are_answered()
    {
        var main = await City.Registered(City.New("41"));
        var other = await City.Registered(City.New("42"));
        await World.Act(City.Government, other, new MergeItem(Suggestion, main));
        await Refused("42 号已并入", City.Congress, main, new WithdrawItem(Suggestion, "书面申请"));
        var reason = FilingReview.Reasons(ItemKind.Suggestion)[0].Id;
        var refuse = new NotAccept(Suggestion, reason, FilingReview.Elsewhere[0], null);
        await Refused("42 号已并入", City.Congress, main, refuse);
    }

    [Fact]
    public async Task Nothing_is_merged_into_a_divided_item_of_which_a_part_has_replied_nor_into_a_part()
    {
        AssignedUnit[] both =
        [
            new(City.Unit(World.Education), HandlingDuty.Separate),
            new(City.Unit(World.Finance), HandlingDuty.Separate),
        ];
        var whole = await City.Assigned(null, both);
        var education = City.Unit(World.Education);
        var part = (
            await World.Rows<string>(
                "select case_id from item where part_of = @whole and part = @education",
                new { whole, education }
            )
        ).Single();
        var other = await City.Registered();
        await Refused("一部分", City.Government, other, new MergeItem(Suggestion, part));
        await City.Answer(part, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Draft(part, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), part, new SubmitReply(Suggestion));
        await City.SignAndSend(part);
        await Refused("已有单位答复", City.Government, other, new MergeItem(Suggestion, whole));
    }

    [Fact]
    public async Task A_divided_item_is_amended_as_a_whole_and_its_parts_follow()
    {
        AssignedUnit[] both =
        [
            new(City.Unit(World.Transport), HandlingDuty.Separate),
            new(City.Unit(World.Finance), HandlingDuty.Separate),
        ];
        var item = City.New("51");
        var whole = await City.Assigned(item, both);
        var now = item with { Title = "关于停车的建议", IsKey = true, Leader = City.Head.Name };
        var parts = await World.Rows<string>("select case_id from item where part_of = @whole", new { whole });
        await Refused("分办的一部分", City.Government, parts[0], new AmendItem(now));
        await Refused("不能更正", City.Government, whole, new AmendItem(now with { ReceivedOn = new(2026, 3, 1) }));
        await World.Act(City.Government, whole, new AmendItem(now));
        Assert.Equal(
            [("关于停车的建议", 1L), ("关于停车的建议", 1L)],
            await World.Rows<(string, long)>(
                "select c.title, i.is_key from item i join cases c on c.id = i.case_id where i.part_of = @whole",
                new { whole }
            )
        );
        Assert.Equal(2, (await World.Rows<string>("select id from item_signer where 1 = 1")).Count);
    }

    /// <summary>The case of the fault: the parts were given the new words, and no desk that works on one heard of it.</summary>
    [Fact]
    public async Task The_desks_of_the_parts_are_told_when_their_whole_is_amended_and_each_part_has_its_line()
    {
        AssignedUnit[] both =
        [
            new(City.Unit(World.Transport), HandlingDuty.Separate),
            new(City.Unit(World.Finance), HandlingDuty.Separate),
        ];
        var item = City.New("53");
        var whole = await City.Assigned(item, both);
        var parts = await World.Rows<string>("select case_id from item where part_of = @whole", new { whole });
        await World.Act(City.Government, whole, new AmendItem(item with { Title = "关于停车的建议" }));
        foreach (var part in parts)
        {
            var told = await Told(part);
            Assert.Equal(2, told.Count);
            Assert.Contains("关于停车的建议", told[^1]);
            Assert.Contains("随 53 号一并更正登记", (await Timeline(part))[^1]);
        }
    }

    [Fact]
    public async Task The_desk_of_an_item_is_told_when_it_is_amended()
    {
        var item = City.New("54");
        var id = await City.Assigned(item, new AssignedUnit(City.Unit(World.Transport), HandlingDuty.Sole));
        await World.Act(City.Government, id, new AmendItem(item with { Text = "请再增设夜间车位。" }));
        Assert.Contains("请再增设夜间车位。", (await Told(id))[^1]);
    }

    private Task<IReadOnlyList<string>> Told(string item) =>
        World.Rows<string>(
            "select payload from outbox where case_id = @item and kind = 'ItemAssigned' order by seq",
            new { item }
        );

    [Fact]
    public async Task A_leader_named_after_the_assignment_gets_a_copy_too()
    {
        var item = City.New("52");
        var id = await City.Assigned(item, new AssignedUnit(City.Unit(World.Transport), HandlingDuty.Sole));
        await World.Act(City.Government, id, new AmendItem(item with { IsKey = true, Leader = City.Head.Name }));
        Assert.Equal(
            [City.Unit(World.Education)],
            await World.Rows<string>("select unit from copy where case_id = @id", new { id })
        );
    }

    [Fact]
    public async Task A_co_handler_that_a_return_names_takes_the_item_over_as_its_host()
    {
        var id = await City.Assigned();
        await TakeOver(id, World.Education, World.Finance);
        var item = (await World.Look(id)).Item!;
        Assert.Equal((City.Unit(World.Finance), ""), (item.RuledHosts, item.RuledCoHandlers));
        Assert.Equal(
            [(City.Unit(World.Finance), "Sole")],
            await World.Rows<(string, string)>("select unit, duty from item_handler where case_id = @id", new { id })
        );
        Assert.Equal(AskState.Replaced, (await World.Ask(id, World.Finance, "coOpinion")).State);
        await City.Answer(id, World.Finance, ItemVocabulary.Accept, new("accept"));
        Assert.Equal("handling", await World.Where(id));
    }

    [Fact]
    public async Task A_proposal_or_suggestion_is_withdrawn_wherever_its_reply_is_still_to_be_sent()
    {
        var preassigning = await City.Registered();
        await World.Act(City.Government, preassigning, new PreAssign(Suggestion, [City.Unit(World.Education)], []));
        var signing = await City.Handled();
        await City.Draft(signing, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), signing, new SubmitReply(Suggestion));
        foreach (var id in new[] { preassigning, signing })
        {
            await World.Act(City.Congress, id, new WithdrawItem(Suggestion, "书面申请"));
            Assert.Equal("withdrawn", (await World.Look(id)).Row.Outcome);
            Assert.Empty(
                await World.Rows<string>("select id from ask where case_id = @id and state = 'Open'", new { id })
            );
        }
    }

    [Fact]
    public async Task While_units_are_asked_before_the_assignment_an_item_may_still_be_merged()
    {
        var main = await City.Registered();
        var other = await City.Registered();
        await World.Act(City.Government, other, new PreAssign(Suggestion, [City.Unit(World.Education)], []));
        await World.Act(City.Government, other, new MergeItem(Suggestion, main));
        Assert.Equal("merged", (await World.Look(other)).Row.Outcome);
    }

    [Fact]
    public async Task What_a_unit_handles_is_not_delegated_past_the_assignment()
    {
        var id = await City.Assigned();
        var ask = (await World.Ask(id, World.Finance, "coOpinion")).Id;
        var hand = new DelegateAsk(ask, City.Unit(World.Transport), "由其先行研究");
        await Refused("不能委托", City.Liaison(World.Finance), id, hand);
    }

    /// <summary>The case of the fault: the window ran from the question before the assignment.</summary>
    [Fact]
    public async Task The_days_to_return_an_item_run_from_the_assignment_and_not_from_the_question_before_it()
    {
        var id = await City.Registered(City.New() with { Rules = "SH-NPC" });
        await World.Act(
            City.Government,
            id,
            new PreAssign(Suggestion, [City.Unit(World.Education)], [City.Unit(World.Finance)])
        );
        World.Clock.Now = World.At("2026-03-23 09:00");
        await World.Act(City.Government, id, City.Assigning() with { AssignedOn = new(2026, 3, 23) });
        World.Clock.Now = World.At("2026-03-25 09:00");
        await World.Act(City.Liaison(World.Education), id, AskToReturn);
    }
}
