using JointMeeting.Domain;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>The number of a reply: registered from the unit's own OA, or drawn from a series kept here.</summary>
internal static class ReplyNumbers
{
    /// <exception cref="Refusal">Neither a number nor a series is given, or the number was used before.</exception>
    public static async Task<string> Of(Step step, string unit, string? number, string? series)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            // Numbers registered from the unit's OA may lie ahead of the series kept here.
            var drawn = await Draw(step, unit, series);
            while (await IsUsed(step, unit, drawn))
                drawn = await Draw(step, unit, series);
            return drawn;
        }
        if (await IsUsed(step, unit, number.Trim()))
            throw new Refusal($"文号“{number.Trim()}”已用于本单位的另一件答复，请核对。");
        return number.Trim();
    }

    private static async Task<bool> IsUsed(Step step, string unit, string number)
    {
        const string same = "select count(*) from reply where unit = @unit and number = @number";
        return await step.Session.Scalar<long>(same, new { unit, number }) > 0;
    }

    private static async Task<string> Draw(Step step, string unit, string? kind)
    {
        if (string.IsNullOrWhiteSpace(kind))
            throw new Refusal("请填写文号，或填写机关代字由系统编号。");
        var series = new
        {
            unit,
            kind = kind.Trim(),
            step.Today.Year,
        };
        const string next =
            "update reply_series set last = last + 1 where unit = @unit and kind = @kind and year = @Year";
        if (await step.Session.Execute(next, series) == 0)
            await step.Session.Execute(
                "insert into reply_series (unit, kind, year, last) values (@unit, @kind, @Year, 1)",
                series
            );
        var drawn = await step.Session.Scalar<int>(
            "select last from reply_series where unit = @unit and kind = @kind and year = @Year",
            series
        );
        return $"{series.kind}〔{step.Today.Year}〕{drawn}号";
    }
}
