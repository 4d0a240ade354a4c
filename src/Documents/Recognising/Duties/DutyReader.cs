using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Duties to report: lists under a heading that says so, parts of a periodic report, and sentences.</summary>
internal static class DutyReader
{
    private const string Verb = "(报送|上报|填报|报告|上传|提交|汇总)";
    private static readonly Regex ListHeading = new($"{Verb}.{{0,30}}[:：]$", Patterns.Linear);
    private static readonly Regex Item = new(
        "^([(（][0-9]{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨⑩])(?<name>[^:：。]{2,40})[:：](?<fields>[^。]{2,200})",
        Patterns.Linear
    );
    private static readonly Regex Limit = new(
        "[(（](?<s>(限|仅|适用|面向|针对|由)[^()（）]{1,24})[)）]",
        Patterns.Linear
    );
    private static readonly Regex PartsHeading = new("^(主要|具体)?内容(包括|如下|主要包括)?[:：]$", Patterns.Linear);
    private static readonly Regex Part = new("^[0-9]{1,2}[.、．](?<p>[^。;；]{2,30})[;；。]?$", Patterns.Linear);
    private static readonly Regex Report = new(
        "(?<n>(年度|季度|月度|半年)[^，,。;；的、0-9]{0,8}(报告|总结|报表))",
        Patterns.Linear
    );
    private static readonly Regex Plural = new(
        "(?<w>各(校|学校|院校|区县|县区|区|县|市|地|乡镇|镇街|镇|街道|成员单位|责任单位|牵头单位|有关单位|单位|部门))",
        Patterns.Linear
    );

    /// <param name="unread">Takes the places of sentences that seem to ask for a report and could not be read.</param>
    public static IReadOnlyList<Duty> Read(
        Sheet sheet,
        Body body,
        DateOnly? issued,
        List<(int Line, string Text)> unread
    )
    {
        var duties = new List<Duty>();
        var outside = body.Passages.Select(passage => passage.Line).ToHashSet();
        for (var at = 0; at < sheet.Lines.Count; at++)
        {
            if (sheet.IsTaken(at))
                continue;
            var line = sheet.Lines[at];
            var clause = outside.Contains(line.Number)
                ? null
                : body.Clauses.LastOrDefault(clause => clause.Line <= line.Number);
            if (ListHeading.IsMatch(line.Squeezed) && TimePeriods.In(line.Squeezed) is { } period)
                duties.AddRange(Items(sheet, at, period, clause));
            else if (
                PartsHeading.IsMatch(line.Squeezed)
                && clause is not null
                && Parts(sheet, at, clause) is { } report
            )
                duties.Add(report);
            else
                duties.AddRange(DutySentence.Read(line, clause, issued, unread));
        }
        return [.. duties.Select((duty, at) => duty with { Number = at + 1 })];
    }

    private static IEnumerable<Duty> Items(Sheet sheet, int heading, string period, Clause? clause)
    {
        var (stated, around) = (Plural.Match(sheet.Lines[heading].Squeezed), Plural.Match(clause?.Text ?? ""));
        for (
            var at = heading + 1;
            at < sheet.Lines.Count && Item.Match(sheet.Lines[at].Squeezed) is { Success: true } item;
            at++
        )
        {
            var name = item.Groups["name"].Value;
            var fields = item.Groups["fields"].Value.TrimEnd(';', '；');
            yield return new(
                0,
                Limit.Replace(name, ""),
                Limit.Match(name) is { Success: true } limit ? limit.Groups["s"].Value : null,
                stated.Success ? stated.Groups["w"].Value
                    : around.Success ? around.Groups["w"].Value
                    : null,
                stated.Success,
                null,
                period,
                null,
                [.. fields.TrimEnd('等').Split('、').Select(field => field.Trim()).Where(field => field.Length > 0)],
                fields.EndsWith('等'),
                clause?.Number,
                sheet.Lines[at].Spaced,
                sheet.Lines[at].Number
            );
        }
    }

    /// <summary>The parts of a report the clause's title names with its period (年度质量报告).</summary>
    private static Duty? Parts(Sheet sheet, int heading, Clause clause)
    {
        if (Report.Match(clause.Title) is not { Success: true } report)
            return null;
        var parts = new List<string>();
        for (
            var at = heading + 1;
            at < sheet.Lines.Count && Part.Match(sheet.Lines[at].Squeezed) is { Success: true } part;
            at++
        )
            parts.Add(part.Groups["p"].Value);
        var reporters = Plural.Match(clause.Title);
        return parts.Count < 2
            ? null
            : new(
                0,
                report.Groups["n"].Value,
                null,
                reporters.Success ? reporters.Groups["w"].Value : null,
                reporters.Success,
                null,
                TimePeriods.In(report.Groups["n"].Value),
                null,
                parts,
                false,
                clause.Number,
                clause.Title,
                clause.Line
            );
    }
}
