using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>A roster in a real table: a column of names, and columns of units, posts and roles in any order.</summary>
internal static class RosterGrid
{
    private const int RowsAboveHeader = 3;
    private static readonly Regex Name = Of("姓名|成员姓名|联络员姓名");
    private static readonly Regex Unit = Of("(工作|所在|成员)?单位(名称)?|部门");
    private static readonly Regex Post = Of("(行政|现任|工作|党政)?职务(职称)?|职位");
    private static readonly Regex UnitAndPost = Of("(工作)?单位(及|和|、|/)?职务|(单位)?职务(及|和)单位|现任职务");
    private static readonly Regex Role = Of("(联席)?会议(职务|身份)|(组内|小组|领导小组)职务|角色|身份|类别");
    private static readonly Regex Person = new(
        "^[\u4e00-\u9fa5]{2,4}$|^[\u4e00-\u9fa5]{1,8}[·•][\u4e00-\u9fa5]{1,8}$",
        Patterns.Linear
    );

    private sealed record Columns(
        int Row,
        GridCell Name,
        GridCell? Unit,
        GridCell? Post,
        GridCell? Both,
        GridCell? Role
    );

    public static List<Person> Take(Sheet sheet)
    {
        var persons = new List<Person>();
        foreach (var grid in sheet.Grids)
        {
            if (Header(grid) is not { } columns || grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken)))
                continue;
            var found = grid
                .Rows.Where(row => row > columns.Row)
                .Select(row => (Row: row, Person: Read(grid, row, columns)))
                .Where(read => read.Person is not null)
                .ToList();
            persons.AddRange(found.Select(read => read.Person!));
            foreach (var row in found.Select(read => read.Row).Prepend(columns.Row))
                grid.Shown.GetValueOrDefault(row, []).ForEach(sheet.Take);
        }
        return persons;
    }

    private static Columns? Header(Grid grid)
    {
        foreach (var row in grid.Rows.Take(RowsAboveHeader))
        {
            GridCell? With(Regex words) => grid.Row(row).FirstOrDefault(cell => words.IsMatch(cell.Squeezed));
            if (With(Name) is { } name && (With(Unit) ?? With(UnitAndPost) ?? With(Post)) is not null)
            {
                // 职务 beside 单位及职务 is the role in the joint meeting.
                var (both, role) = (With(UnitAndPost), With(Role));
                var post = With(Post);
                return both is not null && role is null && post is not null
                    ? new(row, name, With(Unit), null, both, post)
                    : new(row, name, With(Unit), post, both, role);
            }
        }
        return null;
    }

    private static Person? Read(Grid grid, int row, Columns columns)
    {
        string? At(GridCell? header) =>
            header is null
                ? null
                : grid.Within(row, header.Place.Column, header.LastColumn)
                    .Select(cell => cell.Squeezed)
                    .FirstOrDefault(text => text.Length > 0);
        if (
            grid.Within(row, columns.Name.Place.Column, columns.Name.LastColumn).FirstOrDefault() is not { } name
            || !Person.IsMatch(name.Squeezed)
        )
            return null;
        var (unit, post) = (At(columns.Unit), At(columns.Post));
        if (
            (At(columns.Both) ?? (unit is null ? post : null)) is { } together
            && PersonLine.Split(together) is { } split
        )
            (unit, post) = split;
        else
            post ??= At(columns.Both);
        var stated = At(columns.Role)?.TrimEnd(':', '：');
        var known = stated is not null && Roles.IsRole(stated);
        return new(
            name.Squeezed,
            unit,
            post,
            known ? stated! : Roles.Member,
            name.Line,
            unit is null ? "未能区分单位与职务,请核对"
                : columns.Role is not null && !known ? "表中没有写明联席会议职务,按成员读取,请核对"
                : null
        );
    }

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
