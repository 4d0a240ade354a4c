using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Mechanisms;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Contents;
using JointMeeting.Workflows.Notices.Found;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Compliance.Stores;

public sealed class AddresseeOnSqlite : AddresseeTests<Sqlite>;

public sealed class AddresseeOnPostgres : AddresseeTests<Postgres>;

/// <summary>Whom a document is addressed to (主送单位), and what is asked of them, from Monday 2026-03-02 on.</summary>
public abstract class AddresseeTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private const string Counties = "各县、区人民政府";
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ProposedRecipient Known = new(Counties, ["东县人民政府", "西区人民政府"]);
    private static readonly ProposedRecipient Open = new("市政府各部门", []);
    private static readonly ProposedDuty Quarterly = new(
        "季度进展",
        "各县（区）人民政府",
        "",
        "quarterly",
        "每季度末月25日前",
        []
    );
    private static readonly FoundMechanism Found = new(
        "充电设施联席会议",
        World.Office,
        SubstitutionMode.Automatic,
        []
    );

    private TakeOverLedger TakeOver => new(World.Mechanism, Today);

    [Fact]
    public async Task Addressees_are_kept_with_their_words_and_units_when_a_mechanism_is_founded()
    {
        var notice = await Imported(Fact(Known), Fact(Open), Fact(Quarterly));
        var mechanism = (await World.Act(notice, Found)).Opened[0];
        var rows = await World.Rows<AddresseeRow>("select * from addressee order by position");
        Assert.All(rows, row => Assert.Equal((mechanism, notice), (row.Mechanism, row.NoticeCase)));
        Assert.Equal(
            [(Counties, $"{await Id("东县人民政府")},{await Id("西区人民政府")}"), (Open.Words, "")],
            rows.Select(row => (row.Words, row.Units))
        );
        Assert.Contains("主送单位 2 个（其中 1 个未指明单位），报送事项 1 项", (await Timeline(mechanism))[^1]);
    }

    [Fact]
    public async Task A_report_owed_by_words_of_an_addressee_is_asked_of_its_units()
    {
        await World.Act(await Imported(Fact(Known), Fact(Quarterly)), TakeOver);
        await World.Fire("2026-03-11 09:00");
        Assert.Equal(new[] { await Id("东县人民政府"), await Id("西区人民政府") }.Order(), (await Asked()).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_of_all_addressees_is_asked_of_those_of_its_own_document(bool allNamed)
    {
        await World.Act(
            await Imported(
                Fact(new ProposedRecipient(World.Finance, [World.Finance])),
                Fact(Quarterly with { Name = "别的", Reporters = World.Finance })
            ),
            TakeOver
        );
        var mine = Quarterly with { Reporters = "各主送单位" };
        var notice = await Imported(Fact(Known), Fact(allNamed ? Known with { Words = "各开发区" } : Open), Fact(mine));
        await World.Act(notice, TakeOver);
        var duty = (
            await World.Rows<DutyRow>("select * from duty where notice_case = @notice", new { notice })
        ).Single();
        Assert.Equal(allNamed ? null : "主送单位“市政府各部门”未指明单位", duty.WhyNot);
        await World.Fire("2026-03-11 09:00");
        var asked = await World.Rows<string>(
            "select a.unit from ask a join report r on r.case_id = a.case_id where r.duty = @Id",
            new { duty.Id }
        );
        Assert.Equal(allNamed ? 2 : 0, asked.Count);
        Assert.DoesNotContain(World.Unit(World.Finance), asked);
    }

    /// <summary>What one document asks of its addressees is not owed by those of another, nor by a part of their words.</summary>
    [Fact]
    public async Task The_mechanisms_page_shows_at_an_addressee_what_is_asked_of_its_units_and_nothing_else()
    {
        var all = Quarterly with { Reporters = "各主送单位" };
        var like = Quarterly with { Name = "月报", Reporters = "各东县人民政府派出机构" };
        var one = Quarterly with { Name = "专报", Reporters = "西区人民政府" };
        await World.Act(await Imported(Fact(Known), Fact(all), Fact(like), Fact(one)), TakeOver);
        var others = new[] { World.Transport, "东县人民政府" };
        var later = Quarterly with { Name = "台账", Reporters = World.Transport };
        var recipients = others.Select(name => Fact(new ProposedRecipient(name, [name])));
        await World.Act(await Imported([.. recipients, Fact(later)]), TakeOver);
        await using var session = await World.Database.Read();
        var lines = await AddresseeLine.Read(session, World.Mechanism, Today);
        Assert.Equal(
            [
                $"{World.Transport}：台账",
                "东县人民政府：季度进展",
                $"{Counties}：季度进展；专报（{await Id("西区人民政府")}）",
            ],
            lines.Select(Shown)
        );
        static string Shown(AddresseeLine line) =>
            $"{line.Words}：{string.Join("；", line.Duties.Select(d => d.Only.Count == 0 ? d.Name : $"{d.Name}（{string.Join("、", d.Only)}）"))}";
    }

    [Fact]
    public async Task An_addressee_that_names_no_unit_asks_nobody_and_the_duty_says_so()
    {
        var reporters = Quarterly with { Reporters = Open.Words };
        await World.Act(await Imported(Fact(Open), Fact(reporters)), TakeOver);
        Assert.Equal(["主送单位“市政府各部门”未指明单位"], await World.Rows<string>("select why_not from duty"));
        await World.Fire("2026-03-11 09:00");
        Assert.Empty(await Asked());
    }

    [Fact]
    public async Task A_task_of_an_addressee_goes_to_its_units_and_a_name_of_the_roster_to_itself()
    {
        var deadline = new StatedDeadline("6月底前", DeadlineKind.By, new(2026, 6, 30), null);
        var task = new ProposedTask(
            "1",
            null,
            "排查隐患",
            ["各县区人民政府"],
            "stated",
            ["各县区人民政府", World.Transport],
            deadline
        );
        var notice = await Imported(
            Fact(Known),
            Fact(new ProposedRecipient(World.Government, [World.Finance])),
            Fact(task),
            Fact(task with { Number = "2", Lead = [World.Government], Units = [World.Government] })
        );
        await World.Act(notice, Found);
        var rows = await World.Rows<TaskRow>(
            "select t.* from task t join mechanism m on m.case_id = t.mechanism where m.notice_case = @notice order by t.number",
            new { notice }
        );
        Assert.Equal(
            ($"{await Id("东县人民政府")},{await Id("西区人民政府")}", World.Unit(World.Transport)),
            (rows[0].LeadUnits, rows[0].ResponsibleUnits)
        );
        Assert.Equal(World.Unit(World.Government), rows[1].LeadUnits);
    }

    [Fact]
    public async Task Addressees_that_wait_hold_nothing_back_and_are_left_out()
    {
        var notice = await Imported(
            Fact(Known) with
            {
                Doubt = "上次由某人确认",
            },
            Fact(Open) with
            {
                Doubt = "没有写明",
            }
        );
        await World.Act(notice, new Decide((await Recipients(notice))[1].Id, ProposalState.Accepted));
        await World.Act(notice, Found);
        Assert.Equal([Open.Words], await World.Rows<string>("select words from addressee"));
    }

    [Fact]
    public async Task Addressees_alone_are_no_work_to_take_over() =>
        await Refused("不能转入", await Imported(Fact(Known)), TakeOver);

    [Fact]
    public async Task Units_named_for_a_group_are_learned_by_its_words_without_punctuation()
    {
        var notice = await Imported(Fact(Open with { Words = Counties }) with { Doubt = "没有写明" });
        var row = (await Recipients(notice))[0];
        await World.Act(notice, new Decide(row.Id, ProposalState.Corrected, ProposalValues.Write(Known)));
        var learned = Assert.Single(await World.Rows<LearnedRow>("select * from learned"));
        Assert.Equal(
            (LearnedKind.Recipient, "县区人民政府", "东县人民政府、西区人民政府", "孙经办"),
            (learned.Kind, learned.Source, learned.Reading, learned.ConfirmedBy)
        );
    }

    [Fact]
    public async Task A_single_addressee_that_was_corrected_teaches_its_full_name_as_a_unit()
    {
        var notice = await Imported(
            Fact(new ProposedRecipient("市交通局", ["市交通局"])) with
            {
                Doubt = "不在单位名录中",
            }
        );
        var row = (await Recipients(notice))[0];
        var value = ProposalValues.Write(new ProposedRecipient("市交通局", [World.Transport]));
        await World.Act(notice, new Decide(row.Id, ProposalState.Corrected, value));
        var learned = Assert.Single(await World.Rows<LearnedRow>("select * from learned"));
        Assert.Equal((LearnedKind.Unit, "市交通局", World.Transport), (learned.Kind, learned.Source, learned.Reading));
    }

    [Fact]
    public async Task A_name_that_was_not_accepted_as_a_unit_becomes_none_as_an_addressee_either()
    {
        var name = Fact(ProposalKind.Unit, new ProposedReading("东县人民政府", "东县人民政府", 1));
        var notice = await Imported(Fact(Known), name);
        await World.Act(notice, new Decide((await Rows(notice, ProposalKind.Unit))[0].Id, ProposalState.Rejected));
        await World.Act(notice, Found);
        Assert.Equal([await Id("西区人民政府")], await World.Rows<string>("select units from addressee"));
        Assert.Empty(await World.Rows<string>("select id from unit where name = '东县人民政府'"));
    }

    private static Proposed Fact(ProposedRecipient value) => Fact(ProposalKind.Recipient, value);

    private static Proposed Fact(ProposedDuty value) => Fact(ProposalKind.Duty, value);

    private static Proposed Fact(ProposedTask value) => Fact(ProposalKind.Task, value);

    private static Proposed Fact<T>(ProposalKind kind, T value) =>
        new(kind, $"{kind}", 1, null, ProposalValues.Write(value), Doubt: null);

    private async Task<string> Imported(params Proposed[] proposals)
    {
        var notice = new NoticeRow
        {
            CaseId = "",
            FileName = "通知.txt",
            Source = "通知",
            IssueDate = new(2026, 2, 20),
            Json = "{}",
        };
        var convenor = Fact(ProposalKind.Person, new ProposedPerson("周市长", World.Government, "副市长", "召集人"));
        var import = new ImportNotice(notice, [convenor, .. proposals], TakeUndoubted: true);
        return (await World.Act(World.Clerk, new Target.New(CaseKind.Notice, "通知"), import)).CaseId;
    }

    private async Task<string> Id(string name) =>
        Assert.Single(await World.Rows<string>("select id from unit where name = @name", new { name }));

    private Task<IReadOnlyList<string>> Asked() =>
        World.Rows<string>("select a.unit from ask a join report r on r.case_id = a.case_id");

    private Task<IReadOnlyList<ProposalRow>> Recipients(string notice) => Rows(notice, ProposalKind.Recipient);

    private Task<IReadOnlyList<ProposalRow>> Rows(string notice, ProposalKind kind) =>
        World.Rows<ProposalRow>(
            "select * from proposal where case_id = @notice and kind = @kind order by position",
            new { notice, kind = kind.ToString() }
        );
}
