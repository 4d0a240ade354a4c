namespace JointMeeting.Documents.Recognising;

/// <summary>Roles in a joint meeting, as rosters label them.</summary>
internal static class Roles
{
    public const string Member = "成员";
    public const string Liaison = "联络员";
    public const string Deputy = "副召集人";
    public const string OfficeDirector = "办公室主任";
    public const string DeputyDirector = "办公室副主任";

    private static readonly string[] Known =
    [
        "总召集人",
        "第一召集人",
        "召集人",
        "常务副召集人",
        Deputy,
        "副总召集人",
        Member,
        OfficeDirector,
        DeputyDirector,
        Liaison,
        "成员单位联络员",
        "秘书长",
        "组长",
        "常务副组长",
        "副组长",
    ];

    public static bool IsRole(string squeezed) => Known.Contains(squeezed.TrimEnd(':', '：'));

    /// <summary>The role a line starts with and the rest of the line; null when it starts with none.</summary>
    public static (string Role, string After)? AtStart(string spaced)
    {
        var seen = "";
        for (var at = 0; at < spaced.Length && seen.Length <= 8; at++)
        {
            var sign = spaced[at];
            if (sign is ':' or '：')
                return IsRole(seen) ? (Stored(seen), spaced[(at + 1)..].Trim()) : null;
            if (sign is ' ' or '\t' && IsRole(seen))
                return (Stored(seen), spaced[at..].TrimStart(' ', '\t', ':', '：'));
            if (sign is not (' ' or '\t'))
                seen += sign;
        }
        return IsRole(seen) && seen.Length == Folding.Squeeze(spaced).Length ? (Stored(seen), "") : null;
    }

    private static string Stored(string role) => role == "成员单位联络员" ? Liaison : role;
}
