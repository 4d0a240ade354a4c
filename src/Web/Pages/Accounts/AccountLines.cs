using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Pages.Accounts;

/// <summary>One account as a line gives it.</summary>
public sealed record AccountLine(
    int Number,
    string? Unit,
    string Name,
    string Login,
    IReadOnlySet<Role> Roles,
    bool IsPrincipal = false
);

/// <summary>Reads accounts pasted from a table: 单位 姓名 登录名 角色, one to a line, by tabs or spaces.</summary>
public static class AccountLines
{
    /// <summary>More would keep the page waiting: each password is hashed with care.</summary>
    public const int Most = 200;

    /// <summary>The accounts, and what is wrong, each naming its line.</summary>
    public static (IReadOnlyList<AccountLine> Lines, IReadOnlyList<string> Problems) Read(string text)
    {
        var (lines, problems) = (new List<AccountLine>(), new List<string>());
        foreach (var (row, index) in text.ReplaceLineEndings("\n").Split('\n').Select((row, i) => (row, i)))
        {
            var cells = Cells(row);
            if (cells.All(cell => cell.Length == 0) || cells is [_, _, "登录名", ..])
                continue;
            if (cells.Length != 4)
                problems.Add(
                    $"第 {index + 1} 行有 {cells.Length} 列，须为“单位 姓名 登录名 角色”四列，没有单位的写一个短横。"
                );
            else if (RolesOf(cells[3]) is not { } roles)
                problems.Add($"第 {index + 1} 行的角色“{cells[3]}”不认识，请写：{string.Join("、", Words.Keys)}。");
            else
                lines.Add(
                    new(
                        index + 1,
                        cells[0] is "" or "-" or "—" ? null : cells[0],
                        cells[1],
                        cells[2],
                        roles,
                        cells[3].Contains(Principal, StringComparison.Ordinal)
                    )
                );
        }
        problems.AddRange(
            lines
                .GroupBy(line => line.Login, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.Skip(1).Any())
                .Select(same =>
                    $"登录名“{same.Key}”出现多次（第 {string.Join("、", same.Select(l => l.Number))} 行），请改成不同的。"
                )
        );
        if (lines.Count > Most)
            problems.Add($"一次最多建立 {Most} 个账号，现有 {lines.Count} 个，请分几次粘贴。");
        return (lines, problems);
    }

    /// <summary>The roles of a cell such as 联络员、负责人; null where one of the words is none.</summary>
    public static IReadOnlySet<Role>? RolesOf(string cell)
    {
        var words = cell.Split(['、', ',', '，', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(Words.ContainsKey) ? words.Select(word => Words[word]).ToHashSet() : null;
    }

    private const string Principal = "主要负责人";

    private static readonly Dictionary<string, Role> Words = new()
    {
        ["联络员"] = Role.Liaison,
        ["负责人"] = Role.Head,
        ["单位负责人"] = Role.Head,
        [Principal] = Role.Head,
        ["经办人"] = Role.OfficeClerk,
        ["办公室经办人"] = Role.OfficeClerk,
        ["审计员"] = Role.Auditor,
        ["人大代表工委"] = Role.CongressOffice,
        ["政协提案委"] = Role.CppccOffice,
        ["政府办公室"] = Role.GovernmentOffice,
        ["政府办"] = Role.GovernmentOffice,
        ["系统管理员"] = Role.Administrator,
    };

    private static string[] Cells(string row) =>
        row.Contains('\t')
            ? [.. row.Trim('\r', ' ').Split('\t').Select(cell => cell.Replace(" ", "").Replace("\u3000", ""))]
            : row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
