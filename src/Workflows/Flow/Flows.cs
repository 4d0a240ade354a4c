using JointMeeting.Domain;
using JointMeeting.Workflows.Flow.Embedded;

namespace JointMeeting.Workflows.Flow;

/// <summary>The flows that this program carries. New cases use the configured one, running cases their own.</summary>
public sealed class Flows
{
    /// <summary>Set to the name of a flow; the embedded one where it is not set.</summary>
    public const string Setting = "JOINTMEETING_FLOW";

    private readonly Dictionary<string, Lazy<IFlow>> _all = new(StringComparer.Ordinal)
    {
        ["embedded"] = new(() => new EmbeddedFlow()),
#if ELSA
        ["elsa"] = new(() => new Elsa.ElsaFlow()),
#endif
    };

    /// <summary>With the flow of that name for new cases.</summary>
    /// <exception cref="Refusal">This program does not carry it; says what to do.</exception>
    public Flows(string? configured)
    {
        var name = string.IsNullOrWhiteSpace(configured) ? "embedded" : configured;
        ForNewCases = _all.ContainsKey(name)
            ? name
            : throw new Refusal(
                $"{Setting}={name}：本程序没有编入这个流程引擎，可用的是 {string.Join("、", Carried)}。"
                    + "请改正设置；要用 elsa，请用 -p:UseElsa=true 重新编译（见 docs/elsa.md）。"
            );
    }

    /// <summary>Name of the flow that new cases use.</summary>
    public string ForNewCases { get; }

    /// <summary>Names of the flows that this program was built with.</summary>
    public IEnumerable<string> Carried => _all.Keys;

    /// <summary>The flow of that name, for the cases whose state it made.</summary>
    /// <exception cref="Refusal">This program does not carry it.</exception>
    public IFlow Named(string name) =>
        _all.TryGetValue(name, out var flow)
            ? flow.Value
            : throw new Refusal(
                $"本程序没有编入流程引擎“{name}”，不能由它继续办理。"
                    + "请管理员换用编入它的程序，或在该事项上办理“更换流程引擎”。"
            );
}
