using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Whatever is done to a text, the importer reads it or refuses it: nothing else is ever thrown.</summary>
public class RobustnessTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);
    private static readonly string Sample = Encoding.UTF8.GetString(Samples.Samples.Notice());
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void Cut_bytes_are_read_or_refused() =>
        Prop.ForAll(Seeds, seed => IsReadOrRefused(Cut(Encoding.UTF8.GetBytes(Sample), new Random(seed)))).Check(Cases);

    [Fact]
    public void Deleted_letters_are_read_or_refused() =>
        Prop.ForAll(Seeds, seed => IsReadOrRefused(Encoding.UTF8.GetBytes(WithoutSome(Sample, new Random(seed)))))
            .Check(Cases);

    [Fact]
    public void Shuffled_lines_are_read_or_refused() =>
        Prop.ForAll(Seeds, seed => IsReadOrRefused(Encoding.UTF8.GetBytes(Shuffled(Sample, new Random(seed)))))
            .Check(Cases);

    [Fact]
    public void Mixed_pieces_are_read_or_refused() =>
        Prop.ForAll(Seeds, seed => IsReadOrRefused(Encoding.UTF8.GetBytes(Mixed(Sample, new Random(seed)))))
            .Check(Cases);

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll<byte[]>(bytes => IsReadOrRefused(bytes)).Check(Cases);

    [Fact]
    public void A_cut_notice_keeps_no_fact_that_the_whole_does_not_have()
    {
        var whole = NoticeReader.Read(SourceText.FromText(Sample), Today);
        var lines = Sample.Split('\n');
        for (var kept = 5; kept < lines.Length; kept++)
        {
            var cut = NoticeReader.Read(SourceText.FromText(string.Join('\n', lines[..kept])), Today);
            Assert.Empty(Seats(cut).Except(Seats(whole)));
            Assert.Empty(
                cut.Clauses.Select(clause => clause.Title).Except(whole.Clauses.Select(clause => clause.Title))
            );
            Assert.True(cut.Tasks.Count <= whole.Tasks.Count);
        }
    }

    [Fact]
    public void A_long_text_takes_no_time_that_grows_out_of_hand()
    {
        var body = new StringBuilder(Sample.Split("附件：1")[0]);
        for (var number = 9; body.Length < 40_000; number++)
            body.Append(
                $"\n    {number}．做好第{number}项工作。加强统筹，形成合力，（一定要）落实《办法》“到位”。（牵头单位：市人社局；责任单位：市财政局）"
            );
        IsReadOrRefused(Encoding.UTF8.GetBytes(Sample));
        // Half a second alone; the limit leaves room for a machine that is busy with other suites.
        var watch = Stopwatch.StartNew();
        IsReadOrRefused(Encoding.UTF8.GetBytes(body.ToString()));
        IsReadOrRefused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("(（“《", 12_000))));
        IsReadOrRefused(Encoding.UTF8.GetBytes("关于" + new string('、', 40_000) + "的通知"));
        IsReadOrRefused(
            Encoding.UTF8.GetBytes("1." + string.Concat(Enumerable.Repeat("市教育局、", 8_000)) + "等6部门。")
        );
        Assert.True(
            watch.ElapsedMilliseconds < 15_000,
            $"{watch.ElapsedMilliseconds} ms for four texts of about 100 kB"
        );
    }

    private static IEnumerable<string> Seats(Notice notice) =>
        notice.Roster?.Persons.Select(person => $"{person.Role} {person.Name} {person.Unit} {person.Post}") ?? [];

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return NoticeJson.Write(NoticeReader.Read(ReadBytes.Read(bytes), Today)).Length > 0;
        }
        catch (ImportRefusedException refused)
        {
            return refused.Message.Contains('请');
        }
    }

    private static byte[] Cut(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length);
        return bytes[from..random.Next(from, bytes.Length)];
    }

    private static string WithoutSome(string text, Random random)
    {
        var share = random.NextDouble() * 0.3;
        return string.Concat(text.Where(_ => random.NextDouble() > share));
    }

    private static string Shuffled(string text, Random random)
    {
        var lines = text.Split('\n');
        random.Shuffle(lines);
        return string.Join('\n', lines);
    }

    private static string Mixed(string text, Random random)
    {
        string[] others =
        [
            "附件1",
            "序号\t工作任务\t责任单位",
            "月份\n主要工作内容\n1\n1.研制计划。2.部署",
            "〔2026〕",
            "（牵头单位：",
            "202613月底前",
            "等99部门",
            "\ud800",
            "“”《》//",
            "999999999999人(甲1人、乙2人)",
            "召集人：",
            "一、",
            "1．",
        ];
        var mixed = new StringBuilder();
        for (var pieces = random.Next(2, 12); pieces > 0; pieces--)
        {
            var from = random.Next(text.Length);
            mixed
                .Append(text, from, random.Next(Math.Min(400, text.Length - from)))
                .Append(others[random.Next(others.Length)]);
            mixed.Append(random.Next(2) == 0 ? "\n" : "");
        }
        return mixed.ToString();
    }
}
