using JointMeeting.Domain;
using JointMeeting.Domain.Numbers;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Plans.Issue;

/// <summary>
/// Document numbers (发文字号): one series an agency code and calendar year. A number is registered from the OA that owns
/// the series, or drawn here without gaps, in the issuing transaction; a voided one is kept and never given again. The
/// unique key of the store lets one of two processes through; the other runs again and sees it.
/// </summary>
internal static class DocumentNumbers
{
    /// <summary>登记 the number that the OA gave.</summary>
    public static async Task<DocumentNumberRow> Register(Step step, string text)
    {
        var read = DocumentNumber.Parse(text, step.Today);
        if (read.Status is not (DocumentNumberStatus.Valid or DocumentNumberStatus.Normalise))
            throw new Refusal(
                read.Canonical is { } proposed
                    ? $"“{text}”不是规范的发文字号（{read.Why}），建议写作“{proposed}”，请核对后重新填写。"
                    : $"“{text}”不是发文字号：{read.Why}。"
            );
        var (series, year, number) = (read.Code!, read.Year!.Value, read.Number!.Value);
        if (await Drawn(step, series, year))
            throw new Refusal($"“{series}〔{year}〕”由本系统编号，不能再登记外部编号，请选择“由本系统编号”。");
        const string taken = """
            select c.title from document_number n join cases c on c.id = n.case_id
             where n.series = @series and n.year = @year and n.number = @number
            """;
        var other = await step.Session.Scalar<string?>(
            taken,
            new
            {
                series,
                year,
                number,
            }
        );
        if (other is not null)
            throw new Refusal($"{read.Canonical}已经用于“{other}”，发文字号不能重复使用，请核对。");
        return await Insert(step, series, year, number, NumberOrigin.Registered);
    }

    /// <summary>编号: the next of the series.</summary>
    public static async Task<DocumentNumberRow> Draw(Step step, string series)
    {
        series = DocumentNumber.Normalised(series);
        if (DocumentNumber.Parse($"{series}〔{step.Today.Year}〕1号", step.Today).Status != DocumentNumberStatus.Valid)
            throw new Refusal($"“{series}”不是机关代字，请填写汉字代字，例如“云教发”。");
        var year = step.Today.Year;
        var last = await step.Session.Scalar<int?>(
            "select max(number) from document_number where series = @series and year = @year",
            new { series, year }
        );
        if (last is not null && !await Drawn(step, series, year))
            throw new Refusal($"“{series}〔{year}〕”由OA编号，请登记OA给出的发文字号，本系统不另行编号。");
        return await Insert(step, series, year, (last ?? 0) + 1, NumberOrigin.Drawn);
    }

    private static async Task<bool> Drawn(Step step, string series, int year) =>
        await step.Session.Scalar<long>(
            "select count(*) from document_number where series = @series and year = @year and origin = 'Drawn'",
            new { series, year }
        ) > 0;

    private static async Task<DocumentNumberRow> Insert(
        Step step,
        string series,
        int year,
        int number,
        NumberOrigin origin
    )
    {
        var row = new DocumentNumberRow
        {
            Id = step.NewId(),
            Series = series,
            Year = year,
            Number = number,
            State = NumberState.Active,
            CaseId = step.CaseId,
            Origin = origin,
            At = step.Now,
        };
        await step.Session.Insert("document_number", row);
        return row;
    }
}
