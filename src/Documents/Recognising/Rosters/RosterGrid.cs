using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// A roster in a real table: a column of names, and columns of units, posts and roles in any order; perhaps a second
/// group of columns for the liaison officers, under a header of two rows.
/// </summary>
internal static class RosterGrid
{
    private const int RowsAboveHeader = 4;

    private static readonly Regex Name = Of("(成员|联络员|负责人|人员)?姓名");
    private static readonly Regex Unit = Of("(工作|所在|成员)?单位(名称)?|部门");
    private static readonly Regex Post = Of("(行政|现任|工作|党政)?职务(职称)?|职位");
    private static readonly Regex UnitAndPost = Of("(工作)?单位(及|和|、|/)?职务|(单位)?职务(及|和)单位|现任职务");
    private static readonly Regex Role = Of("(联席)?会议(职务|身份)|(组内|小组|领导小组|专班)职务|角色|身份|类别");
    private static readonly Regex Person = new(
        "^[\u4e00-\u9fa5]{2,6}$|^[\u4e00-\u9fa5]{1,8}[·•][\u4e00-\u9fa5]{1,8}$",
        Patterns.Linear
    );

    /// <summary>A heading and all that stands above it in the header.</summary>
    private sealed record Head(GridCell Cell, string Above);

    /// <param name="Of">Whose names these are: liaison officers, or whoever the row says.</param>
    private sealed record Columns(
        int FirstRow,
        int LastRow,
        Head Name,
        Head? Unit,
        Head? Post,
        Head? Both,
        Head? Role,
        bool Liaison
    );

    public static List<Person> Take(Sheet sheet, List<int> unread)
    {
        var persons = new List<Person>();
        foreach (var grid in sheet.Grids)
        {
            if (
                grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken))
                || Header(grid) is not [var first, ..] groups
            )
                continue;
            var liaisons = new List<Person>();
            var role = (string?)null;
            foreach (var row in grid.Rows.Where(row => row > first.LastRow))
            {
                role = RoleIn(grid, row, first) ?? (grid.Merges ? null : role);
                var found = groups.Select(columns => Read(grid, row, columns, first, role)).OfType<Person>().ToList();
                persons.AddRange(found.Where(person => person.Role != Roles.Liaison || groups.Count == 1));
                liaisons.AddRange(found.Where(person => person.Role == Roles.Liaison && groups.Count > 1));
                if (found.Count > 0)
                    grid.Shown.GetValueOrDefault(row, []).ForEach(sheet.Take);
                else if (
                    grid.Within(row, first.Name.Cell.Place.Column, first.Name.Cell.LastColumn).FirstOrDefault() is
                    { Squeezed.Length: > 0 } name
                )
                    unread.Add(name.Line);
            }
            persons.AddRange(liaisons);
            foreach (var row in Enumerable.Range(first.FirstRow, first.LastRow - first.FirstRow + 1))
                grid.Shown.GetValueOrDefault(row, []).ForEach(sheet.Take);
        }
        return persons;
    }

    /// <summary>One group of columns for each column of names; none where the table is no roster.</summary>
    private static List<Columns> Header(Grid grid)
    {
        foreach (var row in grid.Rows.Take(RowsAboveHeader))
        {
            var heads = grid.Row(row).Select(cell => new Head(cell, Above(grid, row, cell))).ToList();
            var names = heads.Where(head => Name.IsMatch(head.Cell.Squeezed)).ToList();
            if (
                names.Count == 0
                || !heads.Exists(head =>
                    new[] { Unit, UnitAndPost, Post }.Any(words => words.IsMatch(head.Cell.Squeezed))
                )
            )
                continue;
            var first = heads.Min(head => head.Cell.Place.Row);
            return [.. names.Select((name, at) => Group(heads, names, at, first, row))];
        }
        return [];
    }

    private static string Above(Grid grid, int row, GridCell cell) =>
        string.Concat(
            grid.Rows.TakeWhile(other => other < row)
                .SelectMany(other => grid.Within(other, cell.Place.Column, cell.LastColumn))
                .Where(other => other != cell && other.Place.ColumnSpan < grid.Columns)
                .Distinct()
                .Select(other => other.Squeezed)
        );

    /// <summary>The headings from this column of names to the next; those in front of the first belong to it.</summary>
    private static Columns Group(List<Head> heads, List<Head> names, int at, int first, int row)
    {
        var own = heads
            .Where(head =>
                names.FindLastIndex(name =>
                    name.Above == head.Above || name.Cell.Place.Column <= head.Cell.Place.Column
                )
                    is var group
                && (group == at || (group < 0 && at == 0))
            )
            .ToList();
        Head? With(Regex words) => own.Find(head => words.IsMatch(head.Cell.Squeezed));
        var (both, role, post) = (With(UnitAndPost), With(Role), With(Post));
        // 职务 beside 单位及职务 is the role in the joint meeting.
        if (both is not null && role is null && post is not null)
            (role, post) = (post, null);
        var liaison = names[at].Cell.Squeezed.Contains(Roles.Liaison) || names[at].Above.Contains(Roles.Liaison);
        return new(first, row, names[at], With(Unit), post, both, role, liaison);
    }

    private static string? RoleIn(Grid grid, int row, Columns columns) =>
        At(grid, row, columns.Role)?.TrimEnd(':', '：') is { } stated && Roles.IsRole(stated) ? stated : null;

    private static string? At(Grid grid, int row, Head? header) =>
        header is null
            ? null
            : grid.Within(row, header.Cell.Place.Column, header.Cell.LastColumn)
                .Select(cell => cell.Squeezed)
                .FirstOrDefault(text => text.Length > 0);

    /// <param name="first">The group of the members: a liaison officer without a column of units is of the member's unit.</param>
    private static Person? Read(Grid grid, int row, Columns columns, Columns first, string? role)
    {
        if (
            grid.Within(row, columns.Name.Cell.Place.Column, columns.Name.Cell.LastColumn).FirstOrDefault()
                is not { } name
            || !Person.IsMatch(name.Squeezed)
            || UnitNames.LooksLikeOne(name.Squeezed)
        )
            return null;
        var (unit, post) = (At(grid, row, columns.Unit ?? first.Unit), At(grid, row, columns.Post));
        if (
            (At(grid, row, columns.Both) ?? (unit is null ? post : null)) is { } together
            && PersonLine.Split(together) is { } split
        )
            (unit, post) = split;
        else
            post ??= At(grid, row, columns.Both);
        var stated = At(grid, row, columns.Role);
        return new(
            name.Squeezed,
            unit,
            post,
            columns.Liaison ? Roles.Liaison : role ?? Roles.Member,
            name.Line,
            unit is null ? "未能区分单位与职务,请核对"
                : string.IsNullOrEmpty(post) ? "没有读出职务,请核对"
                : columns.Liaison || columns.Role is null ? null
                : role is null ? "表中没有写明联席会议职务,按成员读取,请核对"
                : stated is null ? $"角色栏为空,可能是合并的单元格,按上一行的“{role}”读取,请核对"
                : null
        );
    }

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
