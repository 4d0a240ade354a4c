using JointMeeting.Domain.Texts.Coverage;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>What 议定事项覆盖检查 found in a text, and how its clauses are named there.</summary>
public sealed record CoverageList(IReadOnlyList<CoverageFinding> Findings, Func<string, string?> Number)
{
    /// <summary>How much of it must be settled before the text goes on.</summary>
    public string Note => $"{Findings.Count(f => f.Stops)} 处须处理，共 {Findings.Count} 处";

    /// <summary>What is missing, in a word.</summary>
    public static string Word(CoverageFinding finding) =>
        finding.Gap switch
        {
            Gap.NoTask => "没有任务",
            Gap.NoUnit => "没有责任单位",
            Gap.NoDate => "没有时限",
            Gap.Soft => $"“{finding.Words}”无法核实",
        };
}
