using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>What the countersign pages of minutes and of plans show alike: a column a round, and who said what.</summary>
public static class CountersignMatrix
{
    /// <summary>The head of a round's column: which draft, and how the round ended or by when it is to end.</summary>
    public static Column Heading(CaseFile file, VisitRow round, IReadOnlyDictionary<string, int> numbers)
    {
        var asks = file.Round(round.Id, Vocabulary.Countersign.Id);
        var number = asks.Select(a => a.TextVersion).OfType<string>().Select(v => numbers.GetValueOrDefault(v));
        var note =
            round.LeftAt is { } left
                ? $"{Moment.DayInChina(left):M月d日}{(round.Outcome == "returned" ? "退回" : "结束")}"
            : asks.Max(a => a.Due) is { } due ? $"限 {due:M月d日}"
            : null;
        return new Column($"第 {number.FirstOrDefault()} 稿", note);
    }

    /// <summary>What was said, with who said it and when, round by round.</summary>
    public static IEnumerable<string> Said(IEnumerable<AnswerCell?> cells) =>
        cells
            .OfType<AnswerCell>()
            .Where(c => c.Text is not null || c.By is not null)
            .Select(c =>
                $"{c.Word}{(c.Text is { } t ? $"：{t}" : "")}（{c.By ?? "系统"}{(c.At is { } at ? $" {When.Minute(at)}" : "")}）"
            );
}
