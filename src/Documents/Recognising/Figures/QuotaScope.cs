using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The column of sub-units of a table: known by its heading (区（县）, 乡镇街道, 责任单位), else by the names below it.</summary>
internal static class QuotaScope
{
    private const int FewestNames = 3;
    private const string Kinds =
        "县区|区县|县市区|市县|乡镇|镇乡|镇街|街镇|市州|州市|地区|地方|各地|街道|镇|乡|县|区|市|州|盟|旗|村|社区|学校|院校|企业|医院|园区|片区|区域|开发区|新区|功能区|单位|部门|属地|辖区|行政区划|责任主体";
    private static readonly Regex Heading = new(
        $"^各?({Kinds})([、,，/及和]?[(（]?[、,，/]?({Kinds})[)）]?)*(名称|别)?$",
        Patterns.Linear
    );
    private static readonly Regex SubUnit = new(
        "^[一-龥]{1,12}([区县市镇乡州旗盟]|街道|街道办|办事处|学院|学校|中学|小学|医院|开发区|经开区|高新区|管委会|新城|新区|园区|局|院|委)([(（].{1,8}[)）])?$",
        Patterns.Linear
    );
    private static readonly Regex Lone = new("^(镇|乡|县|区|市|州|盟|旗|村)$", Patterns.Linear);

    public static bool IsHeading(string squeezed) => Heading.IsMatch(squeezed) && !Lone.IsMatch(squeezed);

    /// <summary>临江区, 柳堡镇, 市教育局: the name of a place or a unit.</summary>
    public static bool IsSubUnit(string squeezed) => SubUnit.IsMatch(squeezed);

    /// <summary>The heading of the column, or null where the table has none.</summary>
    public static GridCell? Find(Grid grid, int rowsAboveHeader)
    {
        var above = grid.Rows.Take(rowsAboveHeader).SelectMany(grid.Row).Distinct().ToList();
        return above.Find(cell => IsHeading(cell.Squeezed)) ?? above.Find(cell => StandsOverNames(grid, cell));
    }

    /// <summary>It is in the first or second column, and nearly all below it are places or units.</summary>
    private static bool StandsOverNames(Grid grid, GridCell heading)
    {
        if (heading.Place.Column > 2 || heading.Place.ColumnSpan > 1 || IsSubUnit(heading.Squeezed))
            return false;
        var names = grid
            .Rows.Where(row => row >= heading.Place.Row + heading.Place.RowSpan)
            .Select(row => grid.Below(row, heading)?.Squeezed ?? "")
            .Where(name => name.Length > 0 && !QuotaGrid.IsTotal(name))
            .ToList();
        var known = names.Count(IsSubUnit);
        return known >= FewestNames && known * 5 >= names.Count * 4;
    }
}
