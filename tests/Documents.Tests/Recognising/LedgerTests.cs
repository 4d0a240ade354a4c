using System.Diagnostics;
using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Running ledgers in the forms offices keep them: what each row has come to, and as of when.</summary>
public class LedgerTests
{
    private const string Header = "序号\t重点任务\t牵头单位\t责任单位\t完成时限\t进展情况\t状态\t备注";
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void A_pasted_ledger_gives_tasks_with_their_progress_and_status()
    {
        var ledger = Paste(
            "云溪市重点工作台账（截至2026年10月底）\t\t\t\t\t\t\t",
            Header,
            "一、城市建设\t\t\t\t\t\t\t",
            "1\t建成停车场5处\t市交通运输局\t市财政局\t2026年6月底前\t已建成5处。\t已完成\t已验收",
            "2\t完成停车普查\t市交通运输局\t\t2026年12月底前\t\t进行中\t"
        );
        Assert.Equal("云溪市重点工作台账（截至2026年10月底）", ledger.Ledger!.Title!.Value);
        Assert.Equal(new DateOnly(2026, 10, 31), ledger.Ledger.AsOf!.Value);
        Assert.Equal(
            [
                "1|一、城市建设|市交通运输局|2026-06-30|Done|已建成5处。|备注：已验收",
                "2|一、城市建设|市交通运输局|2026-12-31|InProgress||",
            ],
            ledger.Tasks.Select(Shown)
        );
        Assert.Empty(Doubts(ledger));
    }

    [Fact]
    public void A_header_in_two_rows_merged_titles_and_sections_of_a_workbook_are_read()
    {
        var ledger = Read(
            "<table><tr><td colspan=8>重点任务推进情况表（填报日期：2026.10.31）</td></tr>"
                + "<tr><td rowspan=2>序号</td><td rowspan=2>督办事项</td><td colspan=2>责任单位</td><td rowspan=2>办结时限</td><td rowspan=2>目前进展情况</td><td rowspan=2>办理状态</td><td rowspan=2>存在问题</td></tr><tr><td>牵头单位</td><td>配合单位</td></tr>"
                + "<tr><td colspan=8>（一）民生保障</td></tr>"
                + "<tr><td>1</td><td>新建幼儿园</td><td>市教育局</td><td>市财政局</td><td>2026年8月31日</td><td>完成选址</td><td>滞后</td><td>用地未批</td></tr>"
                + "<tr><td>合计</td><td colspan=7>1 项</td></tr><tr><td colspan=8>填报人：王敏　审核人：李明</td></tr></table>"
        );
        Assert.Equal(
            ["1|（一）民生保障|市教育局|2026-08-31|InProgress|完成选址|存在问题：用地未批"],
            ledger.Tasks.Select(Shown)
        );
        Assert.Equal(new DateOnly(2026, 10, 31), ledger.Ledger!.AsOf!.Value);
    }

    [Fact]
    public void A_ledger_of_suggestions_is_read_by_its_own_headings()
    {
        var ledger = Paste(
            "序号\t建议编号\t建议标题\t领衔代表\t主办单位\t会办单位\t答复时限\t办理情况\t是否办结",
            "1\t第12号\t关于增设公交站点的建议\t沈知秋\t市交通运输局\t市公安局\t2026年8月底前\t已面商并答复。\t是"
        );
        Assert.Equal(
            ["1||市交通运输局|2026-08-31|Done|已面商并答复。|建议编号：第12号 领衔代表：沈知秋"],
            ledger.Tasks.Select(Shown)
        );
        Assert.Equal(["市交通运输局", "市公安局"], ledger.Tasks[0].Units.All);
    }

    [Theory]
    [InlineData("已完成", LedgerStatus.Done, false)]
    [InlineData("办结", LedgerStatus.Done, false)]
    [InlineData("已销号", LedgerStatus.Done, false)]
    [InlineData("进行中", LedgerStatus.InProgress, false)]
    [InlineData("未启动", LedgerStatus.NotStarted, false)]
    [InlineData("逾期", LedgerStatus.Overdue, false)]
    [InlineData("逾期未完成", LedgerStatus.Overdue, false)]
    [InlineData("长期坚持", LedgerStatus.Ongoing, false)]
    [InlineData("暂缓", LedgerStatus.Suspended, false)]
    [InlineData("逾期完成", LedgerStatus.Done, true)]
    [InlineData("基本完成", LedgerStatus.InProgress, true)]
    [InlineData("未完成", LedgerStatus.InProgress, true)]
    [InlineData("100%", LedgerStatus.Done, true)]
    [InlineData("70%", LedgerStatus.InProgress, true)]
    [InlineData("0%", LedgerStatus.NotStarted, true)]
    [InlineData("滞后", LedgerStatus.InProgress, true)]
    [InlineData("序时推进中", LedgerStatus.InProgress, true)]
    [InlineData("持续推进", LedgerStatus.Ongoing, true)]
    [InlineData("已报审", null, true)]
    [InlineData("红灯", null, true)]
    public void A_status_says_itself_or_is_proposed_with_a_doubt(string word, LedgerStatus? status, bool doubted)
    {
        var read = Paste(Header, $"1\t建成停车场\t市交通运输局\t\t\t\t{word}\t", "2\t整治\t市教育局\t\t\t\t进行中\t")
            .Tasks[0]
            .Standing!.Status!;
        Assert.Equal((word, status, doubted), (read.Raw, read.Value, read.Doubt is not null));
    }

    [Theory]
    [InlineData("已完成，正在验收归档", LedgerStatus.Done)]
    [InlineData("正在入户普查", LedgerStatus.InProgress)]
    [InlineData("尚未启动，待资金到位", LedgerStatus.NotStarted)]
    [InlineData("已完成选址，开始施工", null)]
    public void Without_a_status_the_words_progress_begins_with_are_proposed(string progress, LedgerStatus? status)
    {
        var read = Paste(
            "任务\t责任单位\t进展情况",
            $"建成停车场\t市交通运输局\t{progress}",
            "整治占道\t市公安局\t进行中"
        )
            .Tasks[0]
            .Standing!.Status;
        Assert.Equal(status, read?.Value);
        Assert.True(read is null || read.Doubt!.Contains("推定"));
    }

    [Theory]
    [InlineData("已完成", "正在装修", "2026年12月底前", "进展却写“正在”")]
    [InlineData("进行中", "已完成", "2026年12月底前", "进展却写“已完成”")]
    [InlineData("进行中", "土建施工", "2026年8月底前", "在截至日期之前")]
    [InlineData("逾期", "土建施工", "2026年12月底前", "在截至日期之后")]
    public void A_row_that_contradicts_itself_is_doubted_with_both_values(
        string status,
        string progress,
        string time,
        string expected
    ) =>
        Assert.Contains(
            Doubts(
                Paste(
                    "台账（截至2026年10月31日）\t\t\t\t\t\t\t",
                    Header,
                    $"1\t建成停车场\t市交通运输局\t\t{time}\t{progress}\t{status}\t",
                    "2\t整治占道\t市公安局\t\t\t\t进行中\t"
                )
            ),
            doubt => doubt.Contains(expected)
        );

    [Fact]
    public void The_same_task_of_the_same_lead_twice_is_doubted() =>
        Assert.Contains(
            "与第 1 项任务、牵头单位相同,请核对是否重复",
            Doubts(Paste(Header, "1\t建成停车场\t市教育局\t\t\t\t进行中\t", "2\t建成停车场\t市教育局\t\t\t\t进行中\t"))
        );

    [Theory]
    [InlineData("截至2026年9月30日", "2026-09-30")]
    [InlineData("统计时间：2026年9月", "2026-09-30")]
    [InlineData("填报日期:2026/9/30", "2026-09-30")]
    [InlineData("截至二〇二六年九月三十日", "2026-09-30")]
    [InlineData("截至9月底", null)]
    [InlineData("2026年重点工作", null)]
    public void The_as_of_date_is_what_the_ledger_says_or_nothing(string line, string? day) =>
        Assert.Equal(
            day,
            Paste($"台账 {line}\t\t\t\t\t\t\t", Header, "1\t建成停车场\t市教育局\t\t\t\t进行中\t")
                .Ledger!.AsOf?.Value.ToString("yyyy-MM-dd")
        );

    [Fact]
    public void A_heading_with_the_day_in_it_says_the_as_of_date()
    {
        var ledger = Paste(
            "序号\t任务\t责任单位\t截至2026年10月底进展情况\t状态",
            "1\t建成停车场\t市教育局\t完成选址\t进行中"
        );
        Assert.Equal(
            ("完成选址", new DateOnly(2026, 10, 31)),
            (ledger.Tasks[0].Standing!.Progress, ledger.Ledger!.AsOf!.Value)
        );
    }

    [Fact]
    public void A_csv_file_of_a_chinese_spreadsheet_is_read_with_its_quoted_cells()
    {
        const string csv =
            "云溪市台账,,,,,\r\n序号,任务,责任单位,完成时限,进展情况,状态\r\n1,\"建成停车场,含充电桩\",市教育局,2026年6月底前,\"已建成\r\n\"\"五处\"\"\",已完成\r\n2,整治占道,市公安局,,,\r\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var source = ReadAny.Read(Encoding.GetEncoding("GB18030").GetBytes(csv), "台账.csv");
        var ledger = NoticeReader.Read(source, Today);
        Assert.StartsWith("CSV(GB18030", source.Encoding);
        Assert.Equal(["1||市教育局|2026-06-30|Done|已建成\n\"五处\"|", "2||市公安局||||"], ledger.Tasks.Select(Shown));
        Assert.Equal("建成停车场,含充电桩", ledger.Tasks[0].Text);
    }

    [Fact]
    public void A_heading_that_people_explained_is_read_so_and_known_as_theirs()
    {
        var source = SourceText.FromText(
            "序号\t任务\t责任单位\t领导批示\t状态\n1\t建成停车场\t市教育局\t请抓紧\t进行中\n2\t整治\t市公安局\t\t未启动"
        );
        var taught = new Dictionary<string, Column> { ["领导批示"] = Column.Progress };
        Assert.Equal("领导批示：请抓紧", NoticeReader.Read(source, Today).Tasks[0].Standing!.More);
        var read = NoticeReader.Read(source, Today, taught);
        Assert.Equal("请抓紧", read.Tasks[0].Standing!.Progress);
        Assert.Equal(["领导批示"], read.Columns.Where(column => !column.IsKnown).Select(column => column.Heading));
    }

    [Fact]
    public void A_task_table_without_progress_is_no_ledger()
    {
        var notice = Paste("序号\t任务\t责任单位\t完成时限", "1\t建成停车场\t市教育局\t2026年6月底前");
        Assert.Null(notice.Ledger);
        Assert.Null(notice.Tasks[0].Standing);
    }

    [Fact]
    public void Short_names_find_their_full_names_and_nothing_else()
    {
        string[] units = ["云溪市教育局", "云溪市人力资源和社会保障局", "云溪市财政局", "东山县教育局"];
        Assert.Equal(["云溪市教育局"], ShortNames.Candidates("市教育局", units));
        Assert.Equal(["云溪市人力资源和社会保障局"], ShortNames.Candidates("市人社局", units));
        Assert.Equal(["云溪市教育局", "东山县教育局"], ShortNames.Candidates("教育局", units));
        Assert.Empty(ShortNames.Candidates("市发改委", units));
        Assert.Empty(ShortNames.Candidates("各有关单位", units));
    }

    [Fact]
    public void Two_thousand_rows_are_read_within_seconds()
    {
        var rows = Enumerable
            .Range(1, 2000)
            .Select(n =>
                $"{n}\t推进第{n}号工程并完成投资{n}万元\t市教育局\t市财政局、市公安局\t2026年{n % 12 + 1}月底前\t正在推进，已完成{n % 100}%。\t进行中\t备注{n}"
            );
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var ledger = Paste([Header, .. rows]);
        ProposedFacts.Of(ledger);
        var took = Process.GetCurrentProcess().TotalProcessorTime - before;
        TestContext.Current.SendDiagnosticMessage($"2,000 rows read in {took.TotalSeconds:0.0} s of processor time");
        Assert.Equal((2000, 2000), (ledger.Tasks.Count, ledger.Tasks[^1].Number));
        Assert.InRange(took.TotalSeconds, 0, 20);
    }

    private static string Shown(TaskRow row) =>
        $"{row.Number}|{row.Section}|{string.Join(" ", row.Lead)}|{row.Deadline?.Value.Date:yyyy-MM-dd}|{row.Standing?.Status?.Value}|{row.Standing?.Progress}|{row.Standing?.More?.Replace('\n', ' ')}";

    private static List<string> Doubts(Notice ledger) =>
        [.. ProposedFacts.Of(ledger).Where(fact => fact.Kind is not FactKind.TaskLead).SelectMany(fact => fact.Doubts)];

    private static Notice Paste(params string[] rows) =>
        NoticeReader.Read(SourceText.FromText(string.Join('\n', rows)), Today);

    private static Notice Read(string page) =>
        NoticeReader.Read(
            ReadAny.Read(Encoding.UTF8.GetBytes($"<!doctype html><html><body>{page}</body></html>"), "台账.html"),
            Today
        );
}
