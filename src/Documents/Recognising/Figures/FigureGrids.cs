using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>What tables of figures hold.</summary>
/// <param name="LeftOut">Their rows and columns that were not read.</param>
internal sealed record GridFigures(
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<LeftOut> LeftOut
)
{
    /// <summary>It has results of sub-units.</summary>
    public bool IsByPlace { get; init; }
}

/// <summary>Tables of quotas (各区县任务分配) and of indicators (指标, 目标值, 完成值), with their borders or without.</summary>
internal sealed class FigureGrids
{
    private const int RowsAboveHeader = 4;
    private static readonly IReadOnlyDictionary<int, string> NoDoubts = new Dictionary<int, string>();

    private readonly Sheet sheet;
    private readonly List<Target> targets = [];
    private readonly List<Indicator> indicators = [];
    private readonly List<Finding> findings = [];
    private readonly List<LeftOut> leftOut = [];
    private bool isByPlace;

    private FigureGrids(Sheet sheet) => this.sheet = sheet;

    public static GridFigures Take(Sheet sheet)
    {
        var found = new FigureGrids(sheet);
        foreach (var grid in sheet.Grids.Where(grid => !grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken))))
            found.Take(grid, NoDoubts);
        foreach (var flat in FlatTables.Find(sheet))
            if (found.Take(flat.Grid, flat.Doubts))
            {
                found.leftOut.AddRange(flat.LeftOut);
                foreach (var line in flat.LeftOutLines)
                    sheet.Take(line);
            }
        return new(found.targets, found.indicators, found.findings, found.leftOut) { IsByPlace = found.isByPlace };
    }

    private bool Take(Grid grid, IReadOnlyDictionary<int, string> doubts)
    {
        if (QuotaGrid.Read(sheet, grid, doubts) is { } quotas)
        {
            targets.AddRange(quotas.Figures.Targets);
            indicators.AddRange(quotas.Figures.Indicators);
            isByPlace |= quotas.Figures.Indicators.Count > 0;
            findings.AddRange(quotas.Figures.Findings);
            leftOut.AddRange(quotas.Figures.LeftOut);
            TakeFrom(grid, quotas.FirstRow);
            return true;
        }
        foreach (var row in grid.Rows.Take(RowsAboveHeader))
        {
            var before = targets.Count + indicators.Count;
            IndicatorGrid.Read(sheet, grid, row, targets, indicators, findings);
            if (targets.Count + indicators.Count == before)
                continue;
            TakeFrom(grid, row);
            return true;
        }
        return false;
    }

    private void TakeFrom(Grid grid, int row)
    {
        foreach (var line in grid.Shown.Where(shown => shown.Key >= row).SelectMany(shown => shown.Value))
            sheet.Take(line);
    }
}
