using System.Globalization;
using JointMeeting.Domain;
using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>节点 as a person types them: a line for each, its day first.</summary>
public static class CorrectedMilestones
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy年M月d日", "yyyy/M/d"];

    /// <summary>As they stand in the field.</summary>
    public static string Lines(IEnumerable<ProposedMilestone> milestones) =>
        string.Join('\n', milestones.Select(one => $"{one.Date:yyyy-MM-dd} {one.Text}"));

    /// <summary>What was typed; a line that was left as it is keeps the words of the source.</summary>
    /// <exception cref="Refusal">A line does not begin with a day, or says nothing else.</exception>
    public static IReadOnlyList<ProposedMilestone> Of(string? lines, IReadOnlyList<ProposedMilestone> before) =>
        [
            .. (lines ?? "")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => One(line, before)),
        ];

    private static ProposedMilestone One(string line, IReadOnlyList<ProposedMilestone> before)
    {
        var parts = line.Split([' ', '\u3000', '\t'], 2, StringSplitOptions.TrimEntries);
        if (
            parts is not [var day, { Length: > 0 } text]
            || !DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        )
            throw new Refusal($"节点“{line}”须先写日期再写内容，中间空一格，例如“2026-06-30 完成申报”。");
        return new(text, before.FirstOrDefault(one => (one.Text, one.Date) == (text, date))?.Raw ?? "", date);
    }
}
