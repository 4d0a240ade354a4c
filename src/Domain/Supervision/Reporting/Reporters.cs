namespace JointMeeting.Domain.Supervision.Reporting;

/// <summary>Whom the words for the reporting units stand for.</summary>
public enum ReporterGroup
{
    /// <summary>各成员单位: whoever has a seat when the report is asked for.</summary>
    Members,

    /// <summary>各牵头单位: whoever leads a task that is not over.</summary>
    Leads,

    /// <summary>各责任单位: whoever leads or takes part in a task that is not over.</summary>
    TaskUnits,

    /// <summary>各主送单位: whom the document that asks for it is addressed to.</summary>
    Addressees,

    /// <summary>Units by their names.</summary>
    Named,
}

/// <summary>报送单位, read from the document's words; a group is looked up anew each time it is asked.</summary>
/// <param name="Names">For <see cref="ReporterGroup.Named"/>.</param>
public sealed record Reporters(ReporterGroup Group, IReadOnlyList<string> Names)
{
    /// <summary>Reads the words; 各 in front of a group changes nothing.</summary>
    public static Reporters Read(string words)
    {
        var plain = words.Trim().TrimStart('各').TrimEnd('。');
        return plain switch
        {
            "成员单位" or "联席会议成员单位" => new(ReporterGroup.Members, []),
            "牵头单位" or "牵头部门" => new(ReporterGroup.Leads, []),
            "责任单位" or "责任部门" => new(ReporterGroup.TaskUnits, []),
            "主送单位" or "主送机关" or "收文单位" => new(ReporterGroup.Addressees, []),
            _ => new(
                ReporterGroup.Named,
                [.. Parts(words).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct()]
            ),
        };
    }

    /// <summary>各县（市、区）教育局 is one name: nothing is cut inside brackets.</summary>
    private static List<string> Parts(string words)
    {
        var parts = new List<string> { "" };
        var depth = 0;
        foreach (var sign in words)
        {
            depth +=
                sign is '（' or '(' ? 1
                : sign is '）' or ')' ? -1
                : 0;
            if (depth == 0 && sign is ('、' or ',' or '，' or ';' or '；'))
                parts.Add("");
            else
                parts[^1] += sign;
        }
        return parts;
    }
}
