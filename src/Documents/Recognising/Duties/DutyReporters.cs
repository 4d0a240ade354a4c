using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>Who is to report: the subject of the sentence, or whom it names with 各….</summary>
internal static class DutyReporters
{
    private static readonly Regex Who = new(
        "(?<w>各[\u4e00-\u9fa5、]{1,6}[(（][^()（）]{1,12}[)）]([\u4e00-\u9fa5]{1,10}?(政府|委员会|安委会|专班|办公室|指挥部|管委会|领导小组|单位|部门|局|委|办|公司|学校|会))?|各[\u4e00-\u9fa5]{0,12}?(成员单位|单位|部门|县区|区县|市区|学校|院校|企业|乡镇|街道|科室|处室|医院|社区|公司|局|委|办|[区县市校镇地])(和[\u4e00-\u9fa5]{2,10}单位)?|(牵头|责任|成员|主办)单位)",
        Patterns.Linear
    );

    /// <summary>The subject of the sentence, up to the word that goes on.</summary>
    private static readonly Regex Subject = new(
        "^(?<w>[^,，。;；:：]{2,60}?)(要|应当?|须|需|于|在|每|按|将|会同|报送|结合|根据|对照|参照)",
        Patterns.Linear
    );
    private static readonly Regex Founds = new("设在|设于|建立|成立", Patterns.Linear);
    private static readonly Regex Asks = new("^(同时|此外|另外|并)?[,，]?(请|望|务请|要求|希望)", Patterns.Linear);

    /// <param name="near">The segments of the part, from the verb backwards.</param>
    public static string? In(string part, IReadOnlyList<string> near)
    {
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
                !Founds.IsMatch(piece.Piece)
                && !piece.Piece.Any(char.IsAsciiDigit)
                && !piece.Piece.StartsWith('每')
                && (
                    UnitNames.MayBeOne(piece.Piece)
                    || (piece.Piece.Length <= 20 && Who.Match(piece.Piece) is { Success: true, Index: <= 3 })
                )
            );
}
