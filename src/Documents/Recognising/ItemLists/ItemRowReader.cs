using System.Text.RegularExpressions;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>One row of a list: what its cells say, and what is wrong with them.</summary>
internal static class ItemRowReader
{
    private static readonly Regex Numbered = new(
        "^(第|建议|提案|议案|[(（])*(?<number>[0-9A-Za-z一二三四五六七八九十-]{1,20})(号|[)）])*$",
        Patterns.Linear
    );
    private static readonly Regex AndOthers = new(
        "等[0-9一二三四五六七八九十]*(人|名|位)?(代表|委员)?$",
        Patterns.Linear
    );
    private static readonly Regex Sum = new("^(合计|总计|小计|备注|说明|注[:：])", Patterns.Linear);
    private static readonly Regex SerialDay = new("^4[0-9]{4}$", Patterns.Linear);
    private static readonly Regex MonthAndDay = new("^[0-9]{1,2}月[0-9]{1,2}[日号]?$", Patterns.Linear);
    private static readonly char[] Marks = ['、', '，', ',', '；', ';', '\n', '/', '|'];

    /// <summary>Empty rows, sums and a header that is repeated on every page are none.</summary>
    public static bool IsItem(Dictionary<ItemColumn, string> cells) =>
        cells.Count > 0
        && !Sum.IsMatch(Folding.Squeeze(cells.Values.First()))
        && !(
            cells.TryGetValue(ItemColumn.Title, out var head)
            && ItemColumns.Read(Folding.Squeeze(head)) == ItemColumn.Title
        );

    /// <summary>Reads it.</summary>
    /// <param name="tellsOfACourse">The list is a running ledger.</param>
    public static ListedItem Read(Dictionary<ItemColumn, string> cells, string place, bool tellsOfACourse)
    {
        string? Cell(ItemColumn column) => cells.TryGetValue(column, out var text) ? text : null;
        var findings = new List<RowFinding>();
        var number = Number(Cell(ItemColumn.Number), findings);
        var title = Cell(ItemColumn.Title)?.Replace("\n", "");
        if (title is null)
            findings.Add(new("缺标题(案由),不能导入。", Blocks: true));
        var lead = Signers(Cell(ItemColumn.Lead), findings);
        if (lead.Count == 0)
            findings.Add(new("没有提出人,导入后请补充,否则无法送达答复。", Blocks: false));
        var hosts = Units(Cell(ItemColumn.Separate)) is { Count: > 0 } parts ? parts : Units(Cell(ItemColumn.Host));
        foreach (var cell in cells.Values.Where(c => c.StartsWith('=') || c.Contains("#REF!")))
            findings.Add(new($"单元格“{Short(cell)}”是公式,没有读到结果,请在表格中粘贴为数值。", Blocks: true));
        return new ListedItem
        {
            Place = Cell(ItemColumn.Place) ?? place,
            Kind = Cell(ItemColumn.Kind) is { } kind ? ItemKinds.Read(kind) : null,
            Session = Cell(ItemColumn.Session),
            Number = number,
            Title = title,
            Text = Cell(ItemColumn.Text),
            Lead = lead.Count > 0 ? lead[0] : null,
            Signers = [.. lead.Skip(1).Concat(Signers(Cell(ItemColumn.Signers), findings)).Distinct()],
            Constituency = Cell(ItemColumn.Constituency),
            Contact = Cell(ItemColumn.Contact),
            Suggested = Units(Cell(ItemColumn.Suggested)),
            Hosts = hosts,
            CoHandlers = Units(Cell(ItemColumn.CoHandlers)),
            IsKey = IsYes(Cell(ItemColumn.Key)),
            Leader = Cell(ItemColumn.Leader),
            Outside = Cell(ItemColumn.Outside),
            ReceivedOn = Day(Cell(ItemColumn.Received), "收到日期", findings),
            AssignedOn = Day(Cell(ItemColumn.Assigned), "交办日期", findings),
            FixedOn = Day(Cell(ItemColumn.Due), "办理期限", findings),
            Course = tellsOfACourse ? CourseReader.Read(Cell, findings) : null,
            Findings = findings,
            Cells = cells,
        };
    }

    private static string? Number(string? cell, List<RowFinding> findings)
    {
        if (cell is null)
        {
            findings.Add(new("缺编号,不能导入;请在表格中补上。", Blocks: true));
            return null;
        }
        if (Numbered.Match(Folding.Squeeze(cell)) is not { Success: true } match)
        {
            findings.Add(new($"编号“{Short(cell)}”认不出来,请改为数字或字母数字编号。", Blocks: true));
            return null;
        }
        var number = match.Groups["number"].Value;
        return number.All(char.IsAsciiDigit) && number.TrimStart('0') is { Length: > 0 } plain ? plain : number;
    }

    private static DateOnly? Day(string? cell, string what, List<RowFinding> findings)
    {
        if (cell is null)
            return null;
        if (DayIn(cell) is { } day)
            return day;
        findings.Add(
            new($"{what}“{Short(cell)}”不是完整的日期{WithoutYear(cell)},已留空,请改正或导入后补充。", Blocks: false)
        );
        return null;
    }

    /// <summary>What a day lacks that is no whole date, in brackets; nothing where it lacks more than a year.</summary>
    public static string WithoutYear(string cell) => MonthAndDay.IsMatch(Folding.Squeeze(cell)) ? "(没有年份)" : "";

    /// <summary>The one day a cell states, in whatever spelling; null where it is no whole date.</summary>
    public static DateOnly? DayIn(string cell)
    {
        var text = Folding.Squeeze(cell);
        if (SerialDay.IsMatch(text))
            return new DateOnly(1899, 12, 30).AddDays(int.Parse(text));
        if (text.Length == 8 && DateOnly.TryParseExact(text, "yyyyMMdd", out var packed))
            return packed;
        return WrittenDates.Find(text) is [{ IsDay: true, End: { } day }] ? day : null;
    }

    /// <summary>李 明 is one name, 李明 王芳 are two.</summary>
    private static List<string> Signers(string? cell, List<RowFinding> findings)
    {
        var names = new List<string>();
        foreach (var piece in (cell ?? "").Split(Marks, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = piece.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries);
            names.AddRange(words.All(w => w.Length == 1) ? [string.Concat(words)] : words);
        }
        if (names.Exists(AndOthers.IsMatch))
            findings.Add(new("联名人没有列全(“等”),导入后请补充,每位都要答复。", Blocks: false));
        return [.. names.Select(n => AndOthers.Replace(n, "")).Where(n => n.Length > 0).Distinct()];
    }

    private static List<string> Units(string? cell) =>
        [
            .. (cell ?? "")
                .Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(p => p.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
                .Where(u => u is not ("无" or "-" or "—"))
                .Distinct(),
        ];

    private static bool IsYes(string? cell) =>
        cell is not null && Folding.Squeeze(cell) is not ("否" or "无" or "×" or "0" or "-" or "不是");

    public static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
