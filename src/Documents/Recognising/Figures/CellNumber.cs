using System.Globalization;
using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A cell that is nothing but a number, perhaps bounded and with its unit: 1,200人, ≥95%, 300以上.</summary>
/// <param name="Written">The whole cell as it stands.</param>
/// <param name="Op">Null where nothing bounds it.</param>
internal sealed record CellNumber(string Written, decimal Value, string? Op, string? Unit)
{
    private static readonly Regex Form = new(
        "^(?<op>≥|≤|>|<|不低于|不少于|不高于|不超过)?(?<n>[0-9]{1,3}([,，][0-9]{3})+|[0-9]{1,12}(\\.[0-9]{1,4})?)(?<u>%|％|[\u4e00-\u9fa5]{1,4})?(以上)?$",
        Patterns.Linear
    );

    public static bool Is(string squeezed) => Match(squeezed) is not null;

    /// <summary>A cell that says there is no number.</summary>
    public static bool IsNone(string squeezed) => squeezed is "—" or "-" or "/" or "无";

    public static CellNumber? Read(GridCell? cell)
    {
        if (cell is null || Match(cell.Squeezed) is not { } match)
            return null;
        var number = match.Groups["n"].Value.Replace(",", "").Replace("，", "");
        return new(
            cell.Squeezed,
            decimal.Parse(number, CultureInfo.InvariantCulture),
            OpOf(match),
            match.Groups["u"].Length > 0 ? match.Groups["u"].Value.Replace('％', '%') : null
        );
    }

    /// <summary>2026年任务数 begins with a year, and is no number of anything.</summary>
    private static Match? Match(string squeezed) =>
        Form.Match(squeezed) is { Success: true } match
        && (match.Groups["u"].Length == 0 || !"年月日届级号".Contains(match.Groups["u"].Value[0]))
            ? match
            : null;

    private static string? OpOf(Match match) =>
        match.Groups["op"].Value switch
        {
            "≥" or "不低于" or "不少于" => ">=",
            "≤" or "不高于" or "不超过" => "<=",
            ">" => ">",
            "<" => "<",
            _ => match.Value.EndsWith("以上") ? ">=" : null,
        };
}
