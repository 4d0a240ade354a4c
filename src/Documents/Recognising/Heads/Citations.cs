using System.Text.RegularExpressions;
using JointMeeting.Domain.Numbers;

namespace JointMeeting.Documents.Recognising;

/// <summary>A document that is cited so that it can be looked up: by its number, a part of it, or its date.</summary>
/// <param name="Number">Null where only a date is given.</param>
/// <param name="Raw">What stands behind the title: the number or the date as written.</param>
/// <param name="LostSign">Damage of the title itself, in Chinese.</param>
public sealed record CitedDocument(string Title, DocumentNumber? Number, string Raw, int Line, string? LostSign)
{
    /// <summary>The number can be used as it stands.</summary>
    public bool IsComplete => Number?.Status is DocumentNumberStatus.Valid or DocumentNumberStatus.Normalise;

    public string? Doubt =>
        LostSign
        ?? (
            Number is null ? "只写了日期,没有文号,请补全"
            : Number.Status is DocumentNumberStatus.Valid ? null
            : Number.Why
        );
}

/// <summary>Cited documents: 《title》 with its number or its date behind it, in brackets or not.</summary>
internal static class Citations
{
    private const string Number = "(?<n>[\u4e00-\u9fa5]{0,20}[〔[［【﹝]?(19|20)[0-9]{2}[〕\\]］】﹞]?第?[0-9]{1,5}号)";
    private const string Kind = "的?(通知|意见|方案|决定)?";
    private static readonly Regex Cited = new(
        $"《(?<t>[^《》]{{2,100}})》{Kind}[(（]?({Number}|(?<d>(19|20)[0-9]{{2}}年[0-9]{{1,2}}月([0-9]{{1,2}}日)?)[)）]?([,，。;；、]|$))",
        Patterns.Linear
    );
    private static readonly Regex WithoutOpening = new(
        $"^([(（]?[0-9一二三四五六七八九十]{{1,3}}[)）.、．])?(?<t>[^《》,，。;；:：]{{4,60}})》{Kind}[(（]?{Number}",
        Patterns.Linear
    );

    public static IReadOnlyList<CitedDocument> Find(Sheet sheet, DateOnly today) =>
        [
            .. sheet
                .Lines.SelectMany(line =>
                    WithoutOpening
                        .Matches(line.Squeezed)
                        .Select(match => Read(match, line, today) with { LostSign = "书名号不完整,标题请核对" })
                        .Concat(Cited.Matches(line.Squeezed).Select(match => Read(match, line, today)))
                )
                .Where(cited => cited.Number?.Status is not DocumentNumberStatus.Reject)
                .GroupBy(cited => (cited.Title, cited.Number?.Canonical ?? cited.Raw))
                .Select(same => same.OrderBy(cited => cited.LostSign is not null).First()),
        ];

    private static CitedDocument Read(Match match, Line line, DateOnly today) =>
        match.Groups["n"].Success
            ? new(
                match.Groups["t"].Value,
                DocumentNumber.Parse(match.Groups["n"].Value, today),
                match.Groups["n"].Value,
                line.Number,
                null
            )
            : new(match.Groups["t"].Value, null, match.Groups["d"].Value, line.Number, null);
}
