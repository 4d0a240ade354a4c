using System.Globalization;

namespace JointMeeting.Documents.Writing;

/// <summary>A cell's value in words that do not depend on the machine's language.</summary>
internal static class CellText
{
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
