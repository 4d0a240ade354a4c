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
    private static readonly Regex Reports = new(
        "报送|上报|填报|提交|反馈(至|给|到|我|市|县|区)|报(告)?(至|给|到|市|县|区|省|州|联席会议)|向[^,，。;；]{2,24}报告|向[^,，。;；]{2,24}(作出|提交)[^,，。;；]{0,10}(报告|说明|检查)",
        Patterns.Linear
    );
    private static readonly Regex Who = new(
        "(?<w>各[\u4e00-\u9fa5、]{1,6}[(（][^()（）]{1,12}[)）]([\u4e00-\u9fa5]{1,10}?(政府|委员会|安委会|专班|办公室|指挥部|管委会|领导小组|单位|部门|局|委|办|公司|学校|会))?|各[\u4e00-\u9fa5]{0,12}?(成员单位|单位|部门|县区|区县|市区|学校|院校|企业|乡镇|街道|科室|处室|医院|社区|公司|局|委|办|[区县市校镇地])(和[\u4e00-\u9fa5]{2,10}单位)?|(牵头|责任|成员|主办)单位)",
        Patterns.Linear
    );

    /// <summary>The subject of the sentence, up to the word that goes on.</summary>
    private static readonly Regex Subject = new(
        "^(?<w>[^,，。;；:：]{2,60}?)(要|应当?|须|需|于|在|每|按|将|会同|报送|结合|根据|对照|参照)",
        Patterns.Linear
    );
    private static readonly Regex Asks = new("^(同时|此外|另外|并)?[,，]?(请|望|务请|要求|希望)", Patterns.Linear);
    private static readonly Regex To = new(
        "(向|报送?(至|给|到)?|报告?(至|给|到)?|提交(至|给)?|上报(至|给)?)(?<to>[\u4e00-\u9fa5]{0,14}?(办公室|专班|[市县区省州](委|政府|人民政府)|[局委办部厅]))",
        Patterns.Linear
    );
    private static readonly Regex What = new(
        "(^|[^未不])(将|把|报送|上报|填报|提交|报告|反馈|制定|拟定|编制|形成|更新|作出|出具)(?<w>[^,，。;；:：将把向]{0,30}(情况|进展|总结|报告|报表|台账|数据|信息|材料|清单|名单|统计表|登记表|方案|计划|汇总表|分析|进度|动态|小结|成果|申请|专报|说明|意见|结果))",
        Patterns.Linear
    );
    private static readonly Regex Titled = new("(将|把|报送|上报|填报|提交)《(?<w>[^《》]{2,30})》", Patterns.Linear);
    private static readonly Regex AtEnd = new(
        "(报送|上报|填报|提交)(?<w>[^,，。;；:：将把向至到给]{2,16})([,，]|$)",
        Patterns.Linear
    );
    private static readonly Regex Once = new(
        "(?<d>((19|20)[0-9]{2}年?|今年|明年)?([0-9]{1,2}月([0-9]{1,2}(日|号)|底|末)?(之前|以前|前)?[、和及])*[0-9]{1,2}月([0-9]{1,2}(日|号)?|底|初|上旬|中旬|下旬)(之前|以前|前))"
            + $"|(?<d>((19|20)[0-9]{{2}}年|今年|明年)?({Holidays.Words})节?(假期|长假|放假)?(之前|以前|前))"
            + "|(?<d>((19|20)[0-9]{2}年|今年|明年)?(上半年|下半年|第?[一二三四]季度|年)(末|底)(之前|以前|前)?|(本月|下月)底(之前|以前|前)|[0-9]{1,2}个工作日内)"
            + $"|(?<d>{RelativeTimes.Words})",
        Patterns.Linear
    );
    private static readonly Regex Fields = new(
        "[,，;；。]?(报送|填报|上报|具体|主要)?的?(内容|事项|指标|信息)(主要)?(包括|为|有|含|如下)?[:：](?<f>[^。]{2,300})$",
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
            var (said, fields) = WithoutFields(sentence);
            if (Reports.IsMatch(said) && said.Length <= Longest * 2)
                foreach (var duty in Of(said, fields, named, line, clause, issued, unread))
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

    private static (string Said, string? Fields) WithoutFields(string sentence) =>
        Fields.Match(sentence) is { Success: true } match
            ? (sentence[..match.Index], match.Groups["f"].Value)
            : (sentence, null);

    private static IEnumerable<Duty> Of(
        string said,
        string? fields,
        Named? named,
        Line line,
        Clause? clause,
        DateOnly? issued,
        List<(int Line, string Text)> unread
    )
    {
        string? reporters = null;
        var parts = Parts(said).ToList();
        foreach (var part in parts)
        {
            var near = Nearest(part);
            reporters = Reporters(part) ?? reporters;
            if (!Reports.IsMatch(part))
                continue;
            var own = part == parts[^1] ? fields : null;
            if (One(part, near, own, named, reporters, line, clause, issued) is { } duty)
                yield return duty;
            else if (TimePeriods.Expression(part) is { HasDay: true } || Once.IsMatch(part))
                unread.Add((line.Number, part));
        }
    }

    /// <summary>于3月15日前将方案报市政府，此后每月5日前报送进展: a second time with a second verb is a second duty.</summary>
    private static IEnumerable<string> Parts(string said)
    {
        var part = "";
        foreach (var segment in said.Split(',', '，', ';', '；'))
        {
            var isNext =
                Reports.IsMatch(segment) && (TimePeriods.Expression(segment) is not null || Once.IsMatch(segment));
            if (isNext && Reports.IsMatch(part))
            {
                yield return part;
                part = "";
            }
            part += part.Length == 0 ? segment : $"，{segment}";
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

    private static string? Reporters(string part)
    {
        var near = Nearest(Asks.Replace(part, ""));
        for (var at = 0; at < near.Count; at++)
            if (
                Subject.Match(Asks.Replace(near[at], "")) is { Success: true } subject
                && AreUnits(subject.Groups["w"].Value)
            )
                // 甲局、乙局，各区县教育局于…: the list may begin segments before.
                return string.Join(
                    '，',
                    near.Skip(at + 1).TakeWhile(AreUnits).Reverse().Append(subject.Groups["w"].Value)
                );
        return near.Select(segment => Who.Match(segment)).FirstOrDefault(who => who.Success)?.Groups["w"].Value;
    }

    private static bool AreUnits(string words) =>
        Brackets
            .SplitOutside(words, sign => sign is '、' or '和')
            .All(piece =>
                !piece.Piece.Any(char.IsAsciiDigit)
                && !piece.Piece.StartsWith('每')
                && (
                    UnitNames.MayBeOne(piece.Piece)
                    || (piece.Piece.Length <= 20 && Who.Match(piece.Piece) is { Success: true, Index: <= 3 })
                )
            );

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
        // 通报报送情况: there 报送 is no verb.
        var what = new[] { Titled, What, AtEnd }
            .Select(pattern => pattern.Match(part))
            .FirstOrDefault(match =>
                match.Success
                && (match.Groups["w"].Length > 2 || match.Value.Contains('将') || match.Value.Contains('把'))
            )
            ?.Groups["w"]
            .Value;
        var expressions = near.Select(TimePeriods.Expression).Where(one => one is not null).ToList();
        var again = expressions.Find(one => one is { HasDay: true }) ?? expressions.FirstOrDefault();
        var once = near.Select(segment => Once.Match(segment)).FirstOrDefault(match => match.Success);
        var due =
            again is { HasDay: true } ? again.Value.Raw
            : once is null ? null
            : RelativeTimes.WithoutLead(once.Groups["d"].Value);
        var period = again?.Period ?? named?.Period;
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
