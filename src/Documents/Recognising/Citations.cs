using System.Text.RegularExpressions;
using JointMeeting.Domain.Numbers;

namespace JointMeeting.Documents.Recognising;

public sealed record CitedDocument(string Title, DocumentNumber Number, int Line)
{
    public string? Doubt => Number.Status is DocumentNumberStatus.Valid ? null : Number.Why;
}

/// <summary>Cited documents: 《title》 with its number behind it, in brackets or not. A title without a number cites nothing that can be looked up.</summary>
internal static class Citations
{
    private static readonly Regex Cited = new(
        "《(?<t>[^《》]{2,100})》的?(通知|意见|方案|决定)?[(（]?(?<n>[\u4e00-\u9fa5]{0,20}[〔[［【﹝]?(19|20)[0-9]{2}[〕\\]］】﹞]?第?[0-9]{1,5}号)",
        Patterns.Linear
    );

    public static IReadOnlyList<CitedDocument> Find(Sheet sheet, DateOnly today) =>
        [
            .. sheet
                .Lines.SelectMany(line => Cited.Matches(line.Squeezed).Select(match => Read(match, line, today)))
                .Where(cited => cited.Number.Status is not DocumentNumberStatus.Reject)
                .DistinctBy(cited => (cited.Title, cited.Number.Canonical ?? cited.Number.Raw)),
        ];

    private static CitedDocument Read(Match match, Line line, DateOnly today) =>
        new(match.Groups["t"].Value, DocumentNumber.Parse(match.Groups["n"].Value, today), line.Number);
}
