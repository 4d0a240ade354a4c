using System.Text.Json.Nodes;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.TakeOver;
using JointMeeting.Workflows.Supervision.Judge;

namespace JointMeeting.Compliance.Stores;

public sealed class ItemLedgerOnSqlite : ItemLedgerTests<Sqlite>;

public sealed class ItemLedgerOnPostgres : ItemLedgerTests<Postgres>;

/// <summary>Takeover of a running ledger of suggestions and proposals on Monday 2026-03-02, as of the end of February.</summary>
public abstract class ItemLedgerTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private static readonly DateOnly AsOf = new(2026, 2, 28);
    private static readonly DateOnly January = new(2026, 1, 12);

    [Fact]
    public async Task What_was_answered_waits_for_a_judgement_and_asks_nobody()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        Assert.Equal("historical", await World.Where(item));
        var file = await World.Look(item);
        Assert.Empty(file.Asks);
        Assert.Empty(file.Handlers);
        Assert.Empty(await World.Rows<string>("select id from clock where case_id = @item", new { item }));
        Assert.Empty(await World.Rows<string>("select id from reply"));
        Assert.Contains(
            "登记建议 五届三次 1 号：关于增加学校周边停车位的建议（台账接管，截至2026年2月28日，台账载明“已答复”，列为历史待核）",
            await Timeline(item)
        );
    }

    [Fact]
    public async Task What_the_ledger_says_is_kept_verbatim_with_its_day_and_its_place()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        var word = Assert.Single(await Words(item));
        Assert.Equal(
            (AsOf, ItemLedgerStatus.Replied, "已答复", "已建成停车场两处。", January, "A 类", "满意"),
            (word.AsOf, word.Status, word.StatusRaw, word.Progress, word.AssignedOn, word.ClassRaw, word.FeedbackRaw)
        );
        Assert.Equal(
            ("台账载明“已答复”", "台账.xlsx", "工作表“建议”第 2 行"),
            (word.Why, word.SourceFile, word.SourcePlace)
        );
    }

    [Fact]
    public async Task A_person_closes_it_as_done_before_with_the_basis()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        await Refused("依据", City.Government, item, new JudgeHistorical(true, " "));
        await Refused("只有政府办公室", City.Congress, item, new JudgeHistorical(true, "档案"));
        await World.Act(City.Government, item, new JudgeHistorical(true, "2025 年答复档案"));
        Assert.Equal("doneBefore", await World.Where(item));
        Assert.Contains("历史事项核定为“已办结”：2025 年答复档案", await Timeline(item));
    }

    [Fact]
    public async Task What_is_still_to_be_done_is_assigned_from_where_every_item_is()
    {
        foreach (var kind in new[] { ItemKind.Suggestion, ItemKind.Proposal })
        {
            var item = await TakenOver(Listed("1", ItemLedgerStatus.Overdue, kind));
            await World.Act(City.Government, item, new JudgeHistorical(false, "没有找到答复"));
            Assert.Equal("registered", await World.Where(item));
            await World.Act(
                City.Government,
                item,
                new AssignItem(Items.CaseKindOf(kind), City.HostAndCo(), new DateOnly(2026, 3, 2))
            );
            Assert.Equal("assigned", await World.Where(item));
        }
    }

    [Fact]
    public async Task What_runs_is_assigned_from_the_ledgers_day_and_its_reply_counts_from_there()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Handling));
        Assert.Equal("assigned", await World.Where(item));
        var clock = Assert.Single(
            await World.Rows<(string StartedOn, string Due)>(
                "select started_on, due from clock where case_id = @item and rule = 'reply'",
                new { item }
            )
        );
        // Three months from 12 January are over on Sunday 12 April: rolled to Monday.
        Assert.Equal(("2026-01-12", "2026-04-13"), clock);
        var handlers = (await World.Look(item)).Handlers;
        Assert.Equal([HandlingDuty.Host, HandlingDuty.CoHandler], handlers.Select(h => h.Duty));
        Assert.All(handlers, h => Assert.Equal(January, h.AssignedOn));
    }

    /// <summary>Where the reply counts from the signing (ZJ), the ledger's day of it counts, not the day it is signed here.</summary>
    [Fact]
    public async Task A_reply_that_counts_from_the_signing_counts_from_the_ledgers_day_of_it()
    {
        var listed = Listed("1", ItemLedgerStatus.SignedFor);
        var item = await TakenOver(
            listed with
            {
                Rules = "ZJ-NPC",
                Said = listed.Said! with { SignedOn = new(2026, 1, 14) },
            }
        );
        await City.Answer(item, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal("handling", await World.Where(item));
        Assert.Equal(new DateOnly(2026, 4, 14), (await World.Ask(item, World.Education, "handle")).Due);
    }

    /// <summary>The case of the fault: signed in 2062 by a slip, the reply ran until then; signed before the assigning, it was past.</summary>
    [Theory]
    [InlineData("2062-01-14", "晚于截至日期")]
    [InlineData("2025-01-14", "早于交办日期")]
    public async Task A_signing_that_cannot_be_is_asked_for_and_nothing_counts_from_it(string signed, string why)
    {
        var listed = Listed("1", ItemLedgerStatus.SignedFor);
        var planned = await Plan(
            listed with
            {
                Rules = "ZJ-NPC",
                Said = listed.Said! with { SignedOn = DateOnly.ParseExact(signed, "yyyy-MM-dd") },
            }
        );
        Assert.Equal(ListedFate.Register, planned.Fate);
        Assert.Contains(why, planned.Why);
        await ImportAs(City.Government, planned.Item);
        Assert.Equal("registered", await World.Where(await CaseOf("1")));
    }

    /// <summary>
    /// A slip in the edition that 人大 imported is put right in the one that the item is assigned by: the reply counts from
    /// what that one says.
    /// </summary>
    [Fact]
    public async Task A_reply_counts_from_the_signing_of_the_ledger_that_it_was_assigned_by()
    {
        var right = Listed("1", ItemLedgerStatus.SignedFor) with { Rules = "ZJ-NPC" };
        right = right with { Said = right.Said! with { SignedOn = new(2026, 1, 14) } };
        var slip = right with { Said = right.Said! with { SignedOn = new(2062, 1, 14) } };
        await ImportAs(City.Congress, (await Plan(slip, "由政府办公室交办")).Item);
        var planned = await Plan(right);
        Assert.Equal(ListedFate.Assign, planned.Fate);
        await ImportAs(City.Government, planned.Item);
        var item = await CaseOf("1");
        await City.Answer(item, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(new DateOnly(2026, 4, 14), (await World.Ask(item, World.Education, "handle")).Due);
    }

    /// <summary>Nobody asked the unit in January: its signing for it is not late on the day it is first asked.</summary>
    [Fact]
    public async Task The_unit_signs_for_it_within_days_of_being_asked_here()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.SignedFor));
        Assert.Equal(new DateOnly(2026, 3, 4), (await World.Ask(item, World.Education, "accept")).Due);
    }

    /// <summary>分办 or 主办: a person decided it in March and took over the ledger's day; the unit was asked in March.</summary>
    [Fact]
    public async Task What_a_person_assigns_from_the_ledgers_day_is_signed_for_within_days_of_being_asked_here()
    {
        var listed = Listed("1", ItemLedgerStatus.Handling);
        var several = await TakenOver(
            listed with
            {
                Hosts = [City.Unit(World.Education), City.Unit(World.Transport)],
                CoHandlers = null,
            }
        );
        var judged = await TakenOver(Listed("2", ItemLedgerStatus.Overdue));
        await World.Act(City.Government, judged, new JudgeHistorical(false, "没有找到答复"));
        foreach (var item in new[] { several, judged })
        {
            await World.Act(City.Government, item, new AssignItem(CaseKind.Suggestion, City.HostAndCo(), January));
            Assert.Equal(new DateOnly(2026, 3, 4), (await World.Ask(item, World.Education, "accept")).Due);
            await City.Answer(item, World.Education, ItemVocabulary.Accept, new("accept"));
            Assert.Equal(new DateOnly(2026, 4, 13), (await World.Ask(item, World.Education, "handle")).Due);
        }
    }

    /// <summary>重庆 counts the return and the opinion from the assignment: 10 and 30 workdays from 12 January are over in March.</summary>
    [Fact]
    public async Task What_counts_from_the_assignment_is_not_over_before_the_unit_was_asked()
    {
        var listed = Listed("1", ItemLedgerStatus.Handling) with { Rules = "CQ-NPC" };
        var item = await TakenOver(listed);
        Assert.Equal(new DateOnly(2026, 4, 14), (await World.Ask(item, World.Finance, "coOpinion")).Due);
        await World.Act(
            City.Liaison(World.Education),
            item,
            new RequestReturn(CaseKind.Suggestion, "不属于我局职责", World.Transport, "李局长")
        );
        Assert.Single((await World.Look(item)).Asks, a => a.Vocabulary == ItemVocabulary.ReturnRuling.Id);
    }

    [Fact]
    public async Task A_proposal_that_the_ledger_calls_assigned_was_filed_before()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Handling, ItemKind.Proposal));
        Assert.Equal("assigned", await World.Where(item));
        var waiting = await TakenOver(Listed("2", ItemLedgerStatus.Unassigned, ItemKind.Proposal));
        Assert.Equal("submitted", await World.Where(waiting));
    }

    /// <summary>审查立案 is the right of the CPPCC office: 历史待核, judged by the government's office, does not pass it by.</summary>
    [Theory]
    [InlineData(ItemLedgerStatus.Unassigned)]
    [InlineData(ItemLedgerStatus.NotAccepted)]
    public async Task A_proposal_that_was_never_filed_waits_for_it_after_the_judgement(ItemLedgerStatus status)
    {
        var listed = Listed("1", status, ItemKind.Proposal);
        var item = await TakenOver(listed with { FixedOn = new(2026, 2, 1) });
        Assert.Equal("historical", await World.Where(item));
        await World.Act(City.Government, item, new JudgeHistorical(false, "没有找到答复"));
        Assert.Equal("submitted", await World.Where(item));
        await Refused("政协", City.Government, item, new FileProposal());
        await World.Act(City.Cppcc, item, new FileProposal());
        Assert.Equal("registered", await World.Where(item));
    }

    [Fact]
    public async Task A_proposal_that_runs_by_the_ledger_was_filed_though_a_person_is_to_assign_it()
    {
        var listed = Listed("1", ItemLedgerStatus.Handling, ItemKind.Proposal);
        var several = listed with { Hosts = [City.Unit(World.Education), City.Unit(World.Transport)] };
        Assert.Equal("registered", await World.Where(await TakenOver(several)));
    }

    [Fact]
    public async Task Who_may_not_assign_does_not_assign_by_a_ledger_either()
    {
        var planned = Planned(Listed("1", ItemLedgerStatus.Handling));
        await ImportAs(City.Congress, planned);
        Assert.Contains(
            "只有政府办公室可以“交办”",
            (await World.Rows<string>("select error from bulk_item where state = 'Failed'")).Single()
        );
        Assert.Empty(await World.Rows<string>("select case_id from item"));
    }

    /// <summary>人大 and 政协 take the ledger in first; 待交办 they leave it to who assigns, and the ledger does it still.</summary>
    [Theory]
    [InlineData(ItemKind.Suggestion)]
    [InlineData(ItemKind.Proposal)]
    public async Task What_another_office_imported_first_is_assigned_by_the_same_ledger_when_the_government_imports_it(
        ItemKind kind
    )
    {
        var listed = Listed("1", ItemLedgerStatus.Handling, kind);
        var left = await Plan(listed, "由政府办公室交办");
        Assert.Equal(ListedFate.Register, left.Fate);
        await ImportAs(kind is ItemKind.Suggestion ? City.Congress : City.Cppcc, left.Item);
        var item = await CaseOf("1", kind);
        Assert.Equal("registered", await World.Where(item));
        Assert.Equal(ListedFate.KnownBefore, (await Plan(listed, "由政府办公室交办")).Fate);
        var planned = await Plan(listed);
        Assert.Equal((ListedFate.Assign, "已经登记，待交办；台账载明 2026年1月12日交办"), (planned.Fate, planned.Why));
        Assert.Equal(item, await TakenOver(listed));
        Assert.Equal("assigned", await World.Where(item));
        Assert.Equal(new DateOnly(2026, 3, 4), (await World.Ask(item, World.Education, "accept")).Due);
        Assert.Single(await Words(item));
        Assert.Equal(ListedFate.KnownBefore, (await Plan(listed)).Fate);
        Assert.Contains("台账接管，截至2026年2月28日，按台账于 2026年1月12日交办", (await Timeline(item))[^1]);
    }

    [Fact]
    public async Task What_a_person_assigned_in_the_meantime_is_not_assigned_again_by_a_ledger()
    {
        var listed = Listed("1", ItemLedgerStatus.Handling);
        await ImportAs(City.Congress, (await Plan(listed, "由政府办公室交办")).Item);
        var seen = (await Plan(listed)).Item;
        var item = await CaseOf("1");
        await World.Act(City.Government, item, new AssignItem(CaseKind.Suggestion, City.HostAndCo(), January));
        await ImportAs(City.Government, seen);
        Assert.Empty(await World.Rows<string>("select error from bulk_item where state = 'Failed'"));
        Assert.Equal(2, (await World.Look(item)).Asks.Count);
    }

    /// <summary>The reply was due on 3 March; the job stood still and ran on the 9th.</summary>
    [Fact]
    public async Task What_became_due_between_the_preview_and_the_job_waits_for_a_judgement()
    {
        var listed = Listed("1", ItemLedgerStatus.Handling);
        var said = listed.Said! with { AssignedOn = new(2025, 12, 3) };
        var planned = await Plan(listed with { ReceivedOn = new(2025, 12, 3), Said = said });
        Assert.Equal(ListedFate.Assign, planned.Fate);
        World.Clock.Now = World.At("2026-03-09 09:00");
        await ImportAs(City.Government, planned.Item);
        var item = await CaseOf("1");
        Assert.Equal("historical", await World.Where(item));
        Assert.Equal("截至日期后、导入前答复期限已过（2026年3月3日）", Assert.Single(await Words(item)).Why);
    }

    [Fact]
    public async Task A_changed_row_of_what_is_over_here_is_left_out_and_its_preview_says_so()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        await World.Act(City.Government, item, new JudgeHistorical(true, "档案"));
        var planned = await Plan(Listed("1", ItemLedgerStatus.Replied) with { Title = "关于增加停车位的建议" });
        Assert.Equal("本系统中已经结束，不再补记，也不再更正登记", planned.Why);
        await ImportAs(City.Government, planned.Item);
        Assert.Empty(await World.Rows<string>("select error from bulk_item where state = 'Failed'"));
        Assert.Equal("关于增加学校周边停车位的建议", (await World.Look(item)).Item!.Title);
    }

    [Fact]
    public async Task Several_hosts_wait_for_a_person_to_say_who_does_what()
    {
        var item = Listed("1", ItemLedgerStatus.Handling);
        item = item with { Hosts = [City.Unit(World.Education), City.Unit(World.Transport)], CoHandlers = null };
        var planned = await Plan(item);
        Assert.Equal(ListedFate.Register, planned.Fate);
        Assert.Contains("分办", planned.Why);
        await ImportAs(City.Government, planned.Item);
        Assert.Equal("registered", await World.Where(await CaseOf("1")));
    }

    [Fact]
    public async Task The_same_ledger_again_makes_nothing_twice()
    {
        await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        var trail = await World.Rows<long>("select count(*) from audit_entry");
        var again = await Plan(Listed("1", ItemLedgerStatus.Replied));
        Assert.Equal(ListedFate.KnownBefore, again.Fate);
        await ImportAs(City.Government, again.Item);
        Assert.Single(await World.Rows<string>("select case_id from item"));
        Assert.Single(await World.Rows<string>("select id from item_ledger_word"));
        // Only the job itself is written down.
        Assert.Equal(trail[0] + 1, (await World.Rows<long>("select count(*) from audit_entry"))[0]);
    }

    [Fact]
    public async Task A_later_edition_adds_its_word_and_the_item_stays_where_it_is()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Handling));
        World.Clock.Now = World.At("2026-04-01 09:00");
        var later = Listed("1", ItemLedgerStatus.Replied);
        later = later with { Said = later.Said! with { AsOf = new(2026, 3, 31), Progress = "已答复。" } };
        var planned = await Plan(later);
        Assert.Equal(ListedFate.Continues, planned.Fate);
        await ImportAs(City.Government, planned.Item);
        Assert.Equal("assigned", await World.Where(item));
        Assert.Equal([new(2026, 3, 31), AsOf], (await Words(item)).Select(w => w.AsOf));
        Assert.Contains("台账补记（截至2026年3月31日），办理环节不变", await Timeline(item));
    }

    /// <summary>The case of the fault: the corrected ledger of the same day was “台账没有新的内容”, and nothing was taken.</summary>
    [Fact]
    public async Task A_corrected_ledger_of_the_same_day_is_a_correction()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Handling));
        var corrected = Listed("1", ItemLedgerStatus.Replied);
        corrected = corrected with { Said = corrected.Said! with { RepliedOn = new(2026, 2, 10) } };
        var planned = await Plan(corrected);
        Assert.Equal(
            (ListedFate.Continues, "已经登记，更正同一截至日期的台账说法，办理环节不变"),
            (planned.Fate, planned.Why)
        );
        await ImportAs(City.Government, planned.Item);
        Assert.Equal("assigned", await World.Where(item));
        await using var session = await World.Database.Read();
        Assert.Equal(
            [ItemLedgerStatus.Replied, ItemLedgerStatus.Handling],
            (await session.LedgerWords(item)).Select(w => w.Status!.Value)
        );
        Assert.Equal(ListedFate.KnownBefore, (await Plan(corrected)).Fate);
    }

    [Fact]
    public async Task A_word_that_is_settled_otherwise_is_news()
    {
        await TakenOver(Listed("1", ItemLedgerStatus.Handling));
        var settled = Listed("1", ItemLedgerStatus.Handling);
        settled = settled with { Said = settled.Said! with { Status = ItemLedgerStatus.Replied } };
        Assert.Equal(ListedFate.Continues, (await Plan(settled)).Fate);
    }

    /// <summary>The case of the fault: blank cells became a word of the ledger with nothing in it.</summary>
    [Fact]
    public async Task A_row_whose_cells_are_blank_says_nothing_of_what_is_registered()
    {
        await ImportAs(City.Government, City.New("1"));
        var blank = City.New("1") with
        {
            Said = new(AsOf, null, null, null, null, null, null, null, null, null, null, null, "台账.xlsx", "第 2 行"),
        };
        var planned = await Plan(blank);
        Assert.Equal((ListedFate.KnownBefore, "已经登记，台账没有新的内容"), (planned.Fate, planned.Why));
        await ImportAs(City.Government, planned.Item);
        Assert.Empty(await World.Rows<string>("select id from item_ledger_word"));
    }

    [Fact]
    public async Task An_older_edition_adds_nothing()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        var older = Listed("1", ItemLedgerStatus.Handling);
        older = older with { Said = older.Said! with { AsOf = new(2026, 1, 31) } };
        var planned = await Plan(older);
        Assert.Equal(ListedFate.KnownBefore, planned.Fate);
        Assert.Contains("早于已记的台账（截至2026年2月28日），不补记", planned.Why);
        await ImportAs(City.Government, older);
        Assert.Single(await Words(item));
    }

    [Fact]
    public async Task What_is_over_here_takes_no_later_word()
    {
        var item = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        await World.Act(City.Government, item, new JudgeHistorical(true, "档案"));
        World.Clock.Now = World.At("2026-04-01 09:00");
        var later = Listed("1", ItemLedgerStatus.Closed);
        later = later with { Said = later.Said! with { AsOf = new(2026, 3, 31), Progress = "已归档。" } };
        Assert.Contains("已经结束", (await Plan(later)).Why);
        await ImportAs(City.Government, later);
        Assert.Single(await Words(item));
        Assert.Empty(await World.Rows<string>("select error from bulk_item where state = 'Failed'"));
    }

    [Fact]
    public async Task A_list_that_says_nothing_of_its_course_is_registered_as_ever()
    {
        await ImportAs(City.Government, City.New("1"));
        Assert.Equal("registered", await World.Where(await CaseOf("1")));
        Assert.Empty(await World.Rows<string>("select id from item_ledger_word"));
    }

    [Fact]
    public async Task Many_are_judged_on_one_basis_each_with_its_own_line()
    {
        var items = new[]
        {
            await TakenOver(Listed("1", ItemLedgerStatus.Replied)),
            await TakenOver(Listed("2", ItemLedgerStatus.Closed)),
        };
        var judge = BulkKinds.Write(new JudgeHistorical(true, "2025 年度总结"));
        await World.Act(
            City.Government,
            World.House,
            new StartBulk("j", BulkKinds.Judge, "核定", [.. items.Select(i => new BulkWork(i, i, judge))])
        );
        await new BulkWorker(World.Steps).RunAll();
        foreach (var item in items)
        {
            Assert.Equal("doneBefore", await World.Where(item));
            Assert.Contains("历史事项核定为“已办结”：2025 年度总结", await Timeline(item));
        }
    }

    [Fact]
    public async Task Nothing_is_merged_into_what_waits_for_a_judgement()
    {
        var old = await TakenOver(Listed("1", ItemLedgerStatus.Replied));
        var item = await City.Registered(City.New("2"));
        await Refused("历史待核", City.Government, item, new MergeItem(CaseKind.Suggestion, old));
    }

    /// <summary>An office made its version before the program knew of 历史待核: nothing is put where it does not belong.</summary>
    [Fact]
    public async Task A_version_without_that_step_refuses_the_row_and_takes_the_others()
    {
        await MakeVersion(Workflows.Lifecycles.Shipped().ShippedOf("suggestion")!.Source!);
        await ImportAs(City.Government, (await Plan(Listed("1", ItemLedgerStatus.Replied))).Item);
        Assert.Contains(
            "第 2 版办理，该版没有“历史待核”环节",
            (await World.Rows<string>("select error from bulk_item where state = 'Failed'")).Single()
        );
        Assert.Empty(await World.Rows<string>("select case_id from item"));
        await ImportAs(City.Government, (await Plan(Listed("2", ItemLedgerStatus.Handling))).Item);
        Assert.Equal("assigned", await World.Where(await CaseOf("2")));
    }

    /// <summary>What was made before: the shipped file without what was added for ledgers.</summary>
    private async Task MakeVersion(string shipped)
    {
        string[] added = ["wasOverBefore", "historical", "doneBefore"];
        var file = JsonNode.Parse(shipped)!;
        file["version"] = 2;
        file["root"]!["activities"]!.AsArray().RemoveAll(a => added.Contains(a!["id"]!.GetValue<string>()));
        var edges = file["root"]!["connections"]!.AsArray();
        edges.RemoveAll(e => added.Contains(e!["source"]!["activity"]!.GetValue<string>()));
        foreach (var edge in edges.Where(e => e!["target"]!["activity"]!.GetValue<string>() == "wasOverBefore"))
            edge!["target"]!["activity"] = "registered";
        await using var session = await World.Steps.Database.Write();
        await session.Insert(
            "definition",
            new DefinitionRow
            {
                Id = "suggestion",
                Version = 2,
                Json = file.ToJsonString(),
                MadeBy = "孙经办",
                MadeAt = World.Clock.Now,
            }
        );
        await session.Commit();
    }

    private NewItem Listed(string number, ItemLedgerStatus status, ItemKind kind = ItemKind.Suggestion)
    {
        var over = ItemLedgerStatuses.SaysDone(status);
        return City.New(number, kind) with
        {
            ReceivedOn = January,
            Hosts = [City.Unit(World.Education)],
            CoHandlers = [City.Unit(World.Finance)],
            Said = new(
                AsOf,
                status,
                ItemLedgerStatuses.Label(status),
                "已建成停车场两处。",
                January,
                null,
                null,
                null,
                null,
                over ? "A 类" : null,
                over ? "满意" : null,
                null,
                "台账.xlsx",
                "工作表“建议”第 2 行"
            ),
        };
    }

    private static NewItem Planned(NewItem item) => item with { Said = item.Said! with { Fate = ItemFate.Assign } };

    private async Task<PlannedItem> Plan(NewItem item, string? cannotAssign = null)
    {
        await using var session = await World.Steps.Database.Read();
        var known = await KnownItems.Read(session);
        return ItemLedgerPlan.Of(
            item,
            cannotAssign,
            known,
            Ledger.Moment.DayInChina(World.Clock.Now),
            World.Steps.Calendar
        );
    }

    private async Task<string> TakenOver(NewItem item)
    {
        await ImportAs(City.Government, (await Plan(item)).Item);
        Assert.Empty(await World.Rows<string>("select error from bulk_item where state = 'Failed'"));
        return await CaseOf(item.Number, item.Kind);
    }

    private async Task<string> CaseOf(string number, ItemKind kind = ItemKind.Suggestion) =>
        (
            await World.Rows<string>(
                "select case_id from item where number = @number and kind = @kind",
                new { number, kind = kind.ToString() }
            )
        ).Single();

    private Task<IReadOnlyList<ItemLedgerWordRow>> Words(string item) =>
        World.Rows<ItemLedgerWordRow>(
            "select * from item_ledger_word where case_id = @item order by as_of desc",
            new { item }
        );

    private int _job;

    private async Task ImportAs(Person person, NewItem item)
    {
        var start = new StartBulk(
            $"import{++_job}",
            BulkKinds.Import,
            "导入",
            [new(item.Number, null, BulkKinds.Write(item))]
        );
        await World.Act(person, World.House, start);
        await new BulkWorker(World.Steps).RunAll();
    }
}
