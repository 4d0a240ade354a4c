using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>Names with their numbers: 甲班60人、乙班50人; 2个主办、3个协办; 1金2银.</summary>
internal static class Shares
{
    private static readonly Regex Medal = new("(?<n>[0-9]{1,3})枚?(?<m>金|银|铜)牌?", Patterns.Linear);
    private static readonly Regex Starts = new(
        "^(其中|分别为|分别是|分别|含|包括|和|及|、|,|，|:|：)+",
        Patterns.Linear
    );

    /// <summary>One for each figure: named by the words before it, or by those behind where it stands first.</summary>
    public static List<Share> Of(Segment segment)
    {
        var shares = new List<Share>();
        var from = 0;
        foreach (var figure in segment.Figures)
        {
            var before = Starts.Replace(Trimmed(segment.Text[from..figure.At]), "");
            shares.Add(new(before.Length > 0 ? before : Trimmed(figure.Noun), figure.Value));
            from = figure.End + (before.Length > 0 ? 0 : figure.Noun.Length);
        }
        return shares;
    }

    public static List<Share> Medals(string text) =>
        [
            .. Medal
                .Matches(text)
                .Select(match => new Share(match.Groups["m"].Value, decimal.Parse(match.Groups["n"].ValueSpan))),
        ];

    public static int FirstMedal(string text) => Medal.Match(text).Index;

    private static string Trimmed(string text) =>
        text.Trim(' ', '、', '，', ',', '(', ')', '（', '）', '和', '及', '。');
}
