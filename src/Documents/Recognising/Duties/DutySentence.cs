using System.Buffers;
using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// Sentences that make somebody report: 各成员单位每季度末月25日前将进展情况报送联席会议办公室, perhaps with the fields of the report
/// behind them (内容包括：…), perhaps under a name of their own (（一）月报。…).
/// </summary>
internal static class DutySentence
{
    private const int Longest = 160;
    private const int LongestName = 30;
    private static readonly SearchValues<char> SegmentEnds = SearchValues.Create(",，;；");
    private static readonly Regex Reports = new(
        "报送|上报|填报|提交|反馈(至|给|到|我|市|县|区)|报(告)?(至|给|到|市|县|区|省|州|联席会议|办公室|指挥部|领导小组|专班|督查室|我办|我局)|将[^,，。;；]{2,30}送[^,，。;；]{2,16}(办公室|[局委办部])|在[^,，。;；]{2,14}(平台|系统)(更新|填报|录入|上传)|向[^,，。;；]{2,24}报告|向[^,，。;；]{2,24}(作出|提交)[^,，。;；]{0,10}(报告|说明|检查)",
        Patterns.Linear
    );
    private static readonly Regex To = new(
        "(向|报送?(至|给|到)?|报告?(至|给|到)?|提交(至|给)?|上报(至|给)?)(?<to>[\u4e00-\u9fa5]{0,14}?(办公室|专班|[市县区省州](委|政府|人民政府)|[局委办部厅]))",
        Patterns.Linear
    );
    private static readonly Regex Once = new(
        "(?<d>((19|20)[0-9]{2}年?|今年|明年)?([0-9]{1,2}月([0-9]{1,2}(日|号)|底|末)?(之前|以前|前)?[、和及])*[0-9]{1,2}月([0-9]{1,2}(日|号)?([(（](星期|周)[一二三四五六日天][)）])?|底|初|上旬|中旬|下旬)(之前|以前|前))"
            + $"|(?<d>((19|20)[0-9]{{2}}年|今年|明年)?({Holidays.Words})节?(假期|长假|放假)?(之前|以前|前))"
            + "|(?<d>((19|20)[0-9]{2}年|今年|明年)?(上半年|下半年|第?[一二三四]季度|年)(末|底)(之前|以前|前)?|(本月|下月)底(之前|以前|前)|[0-9]{1,2}个工作日内)"
            + $"|(?<d>{RelativeTimes.Words})",
        Patterns.Linear
    );
    private static readonly Regex Fields = new(
        "[,，;；。]?(报送|填报|上报|更新|填写|报告|具体|主要)?的?((内容|事项|指标|信息)(主要)?(包括|为|有|含|如下)?|主要包括)[:：](?<f>[^。]{2,300})$",
        Patterns.Linear
    );
    private static readonly Regex FieldNumber = new(
        "^([0-9]{1,2}[.．、)）]|[(（][0-9]{1,2}[)）]|[①-⑳])",
        Patterns.Linear
    );
    private static readonly Regex Limit = new(
        "[(（](?<s>(限|仅|适用|面向|针对|由)[^()（）]{1,24})[)）]",
        Patterns.Linear
    );

    /// <summary>A name in front of the sentence: 月报, 试点情况（限试点学校）.</summary>
    private sealed record Named(string Name, string? Scope, string? Period);

    /// <param name="unread">Takes the places of sentences that seem to ask for a report and could not be read.</param>
    public static IEnumerable<Duty> Read(
        Line line,
        Clause? clause,
        DateOnly? issued,
        List<(int Line, string Text)> unread
    )
    {
        Named? named = null;
        var text = Outline.WithoutMarker(Outline.Numbered(line.Squeezed)?.Text ?? line.Squeezed);
        foreach (var sentence in text.Split('。'))
        {
            var stretches = Stretches(sentence);
            if (
                stretches.Exists(one => Reports.IsMatch(one.Said))
                && stretches.Max(one => one.Said.Length) <= Longest * 2
            )
                foreach (var duty in Of(stretches, named, line, clause, issued, unread))
                    yield return duty;
            named = sentence.Length is > 0 and <= LongestName ? NameOf(sentence) : null;
        }
    }

    private static Named NameOf(string sentence) =>
        new(
            Limit.Replace(sentence, ""),
            Limit.Match(sentence) is { Success: true } limit ? limit.Groups["s"].Value : null,
            TimePeriods.In(sentence)
        );

    /// <summary>
    /// What is said, each with the fields listed behind it; a list ends where the next thing is to be reported
    /// (内容包括：甲、乙，12月10日前报送总结).
    /// </summary>
    private static List<(string Said, string? Fields)> Stretches(string sentence)
    {
        if (Fields.Match(sentence) is not { Success: true } match)
            return [(sentence, null)];
        var listed = match.Groups["f"].Value;
        for (var at = listed.AsSpan().IndexOfAny(SegmentEnds); at > 0; )
        {
            var end = listed.AsSpan(at + 1).IndexOfAny(SegmentEnds);
            if (IsAsked(end < 0 ? listed[(at + 1)..] : listed.Substring(at + 1, end)))
                return [(sentence[..match.Index], listed[..at]), .. Stretches(listed[(at + 1)..])];
            at = end < 0 ? -1 : at + 1 + end;
        }
        return [(sentence[..match.Index], listed)];
    }

    private static IEnumerable<Duty> Of(
        List<(string Said, string? Fields)> stretches,
        Named? named,
        Line line,
        Clause? clause,
        DateOnly? issued,
        List<(int Line, string Text)> unread
    )
    {
        string? reporters = null;
        foreach (var (part, fields) in stretches.SelectMany(PartsWithFields))
        {
            var near = Nearest(part);
            reporters = DutyReporters.In(part, near) ?? reporters;
            if (!Reports.IsMatch(part))
                continue;
            if (One(part, near, fields, named, reporters, line, clause, issued) is { } duty)
                yield return duty;
            else if (near.Any(one => TimePeriods.Expression(one) is { HasDay: true }) || Once.IsMatch(part))
                unread.Add((line.Number, part));
        }
    }

    /// <summary>The fields are those of what is said last before them.</summary>
    private static IEnumerable<(string Part, string? Fields)> PartsWithFields((string Said, string? Fields) stretch)
    {
        var parts = Parts(stretch.Said).ToList();
        return parts.Select((part, at) => (part, at == parts.Count - 1 ? stretch.Fields : null));
    }

    /// <summary>Something is to be reported, by a time of its own.</summary>
    private static bool IsAsked(string segment) => Reports.IsMatch(segment) && HasTime(segment);

    private static bool HasDay(string segment) =>
        TimePeriods.Expression(segment) is { HasDay: true } || Once.IsMatch(segment);

    private static bool HasTime(string segment) => TimePeriods.Expression(segment) is not null || Once.IsMatch(segment);

    /// <summary>于3月15日前将方案报市政府，此后每月5日前报送进展: a second time with a second verb is a second duty.</summary>
    private static IEnumerable<string> Parts(string said)
    {
        var part = "";
        var segments = said.Split(',', '，', ';', '；');
        for (var at = 0; at < segments.Length; at++)
        {
            var asks =
                IsAsked(segments[at])
                // 每年1月15日前，报送总结: the time stands in front of what is asked.
                || (
                    HasDay(segments[at])
                    && !Reports.IsMatch(segments[at])
                    && at + 1 < segments.Length
                    && Reports.IsMatch(segments[at + 1])
                    && !HasDay(segments[at + 1])
                );
            if (asks && Reports.IsMatch(part))
            {
                yield return part;
                part = "";
            }
            part += part.Length == 0 ? segments[at] : $"，{segments[at]}";
        }
        yield return part;
    }

    /// <summary>The segments of a part, from the one with the verb backwards: its own time and reporters stand nearest.</summary>
    private static List<string> Nearest(string part)
    {
        var segments = part.Split('，').ToList();
        var verb = Math.Max(0, segments.FindLastIndex(Reports.IsMatch));
        return [.. segments.Take(verb + 1).Reverse(), .. segments.Skip(verb + 1)];
    }

    private static Duty? One(
        string part,
        List<string> near,
        string? fields,
        Named? named,
        string? reporters,
        Line line,
        Clause? clause,
        DateOnly? issued
    )
    {
        var to = To.Match(part);
        var what = DutyName.In(part);
        var expressions = near.Select(TimePeriods.Expression).Where(one => one is not null).ToList();
        var again = expressions.Find(one => one is { HasDay: true }) ?? expressions.FirstOrDefault();
        var once = near.Select(segment => Once.Match(segment)).FirstOrDefault(match => match.Success);
        var due =
            again is { HasDay: true } ? again.Value.Raw
            : once is null ? null
            : RelativeTimes.WithoutLead(once.Groups["d"].Value);
        // 12月5日前报送年度总结 is asked for once: 年度 is what it sums up.
        var isOnce = again is { HasDay: false } && !again.Value.Raw.StartsWith('每') && due is not null;
        var period = isOnce ? named?.Period : again?.Period ?? named?.Period;
        var name = what ?? (fields is not null || named?.Period is not null ? named?.Name : null);
        // Without a time it is no duty that can fall due; without a reporter and an addressee it is a manner of speaking.
        if (
            name is null
            || (period is null && due is null)
            || (reporters is null && !to.Success && fields is null && due is null)
        )
            return null;
        return new(
            0,
            name,
            named?.Scope,
            reporters,
            reporters is not null,
            to.Success ? to.Groups["to"].Value : null,
            period,
            due is null ? null : TimeExpression.Read(due, issued),
            fields is null ? [] : Listed(fields),
            fields?.EndsWith('等') == true,
            clause?.Number,
            part,
            line.Number
        );
    }

    private static List<string> Listed(string fields) =>
        [
            .. fields
                .TrimEnd('等', ';', '；')
                .Split('、', ';', '；', ',', '，')
                .Select(field => FieldNumber.Replace(field, ""))
                .Where(field => field.Length > 0),
        ];
}
