using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The title: 发文机关 + 关于 + 事由 + 的 + 文种, on one line or broken over several (GB/T 9704-2012 7.3.1).</summary>
internal static class TitleLine
{
    private const string Kinds =
        "通知|意见|决定|通报|函|复函|批复|答复|公告|通告|请示|报告|方案|办法|规定|规则|细则|要点|计划|规划|纪要|总结|汇报";
    private const int Longest = 120;
    private static readonly Regex Full = new($"关于.{{2,100}}({Kinds})([(（].{{1,20}}[)）])?$", Patterns.Linear);
    private static readonly Regex Ending = new($"({Kinds})([(（].{{1,20}}[)）])?$", Patterns.Linear);
    private static readonly Regex Plain = new(
        $"^[^。;；:：]{{4,60}}({Kinds}|名单|分工|工作安排|(分解|分工|任务|安排|一览|汇总|情况|完成情况)表|清单|台账|(督办|督查|交办|转办|任务)(事项)?(通知)?单|(推进|进展|完成|落实|办理|开展|建设)情况)$|^(督办|督查|交办|转办)(事项)?(通知)?单$",
        Patterns.Linear
    );

    /// <summary>对…第128号提案的答复.</summary>
    private static readonly Regex Reply = new(
        "^(关于)?对.{4,80}(建议|提案|议案)的?(答复|回复|复函)(意见|的函)?$",
        Patterns.Linear
    );

    private static readonly Regex Continues = new(
        "^(联席会议|领导小组|专题会议|协调会议|工作会议|推进会)",
        Patterns.Linear
    );

    private static readonly Regex Answers = new(
        "(建议|提案|议案)[^，。]{0,6}(答复|回复|复函)(意见|的函)?$",
        Patterns.Linear
    );

    /// <summary>（2024年第3期）, 〔2025〕2号: what stands below the mark (版头) of minutes and briefings.</summary>
    private static readonly Regex Issue = new(
        "^[(（〔\\[]?((19|20)[0-9]{2}[)）〕\\]]?年?第?)?[(（]?[0-9]{1,3}[)）]?[期号次][)）]?$|^第[0-9一二三四五六七八九十]{1,3}期$",
        Patterns.Linear
    );

    /// <summary>The answer to a suggestion or proposal: it reports, and promises.</summary>
    public static bool IsReply(Stated<string>? title) =>
        title is not null && Answers.IsMatch(Folding.Squeeze(title.Value));

    public static Stated<string>? Find(IReadOnlyList<Line> head)
    {
        var lines = head.Where(line => !Sheet.IsFurniture(line) && !Metadata.IsField(line)).ToList();
        for (var at = 0; at < lines.Count; at++)
            if (lines[at].Squeezed.Contains("关于") && MayBeTitle(lines[at]) && Joined(lines, at) is { } title)
                return title;
        if (lines.Find(line => Reply.IsMatch(line.Squeezed)) is { } reply)
            return new(reply.Spaced, reply.Number);
        if (lines.FirstOrDefault(line => Sheet.TitleOfPiece(line) is not null) is { } piece)
            return new(Sheet.TitleOfPiece(piece)!, piece.Number, "这是多篇文稿的汇编,标题为各篇共用");
        var plain = lines.FindIndex(line => Plain.IsMatch(line.Squeezed));
        if (plain >= 0 && plain + 1 < lines.Count && Issue.IsMatch(lines[plain + 1].Squeezed))
            plain = lines.FindIndex(plain + 1, line => Plain.IsMatch(line.Squeezed)) is >= 0 and var below
                ? below
                : plain;
        if (plain < 0)
            return null;
        // 某市某工作 / 联席会议第三次会议纪要: the title is broken over two lines.
        if (
            plain > 0
            && Continues.IsMatch(lines[plain].Squeezed)
            && lines[plain - 1].Squeezed is { Length: >= 6 and <= 48 } begun
            && begun[^1] is not ('号' or '期' or '室' or '件')
            && MayBeTitle(lines[plain - 1])
        )
            return new(lines[plain - 1].Spaced + lines[plain].Spaced, lines[plain - 1].Number);
        var above = plain == 0 ? "" : lines[plain - 1].Squeezed.Trim('—', '-', '－', '─');
        var first = char.IsAsciiDigit(lines[plain].Squeezed[0]) && UnitNames.LooksLikeOne(above) ? above : "";
        return new(first + lines[plain].Spaced, lines[plain].Number, "标题不是“关于……的通知”格式,请核对");
    }

    private static Stated<string>? Joined(List<Line> lines, int at)
    {
        var (text, line) = (lines[at].Spaced, lines[at].Number);
        if (lines[at].Squeezed.StartsWith("关于") && at > 0 && UnitNames.LooksLikeOne(lines[at - 1].Squeezed))
            (text, line) = (lines[at - 1].Spaced + text, lines[at - 1].Number);
        for (var next = at + 1; next <= at + 2; next++)
        {
            if (Full.IsMatch(Folding.Squeeze(text)))
                return new(text, line);
            if (next >= lines.Count || !MayBeTitle(lines[next]) || text.Length > Longest)
                return null;
            text += lines[next].Spaced;
        }
        return Full.IsMatch(Folding.Squeeze(text)) && Ending.IsMatch(text) ? new(text, line) : null;
    }

    private static bool MayBeTitle(Line line) =>
        line.Squeezed.Length <= Longest && line.Squeezed.AsSpan().IndexOfAny("。;；:：") < 0;
}
