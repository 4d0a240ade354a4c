using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows;

/// <summary>Every lifecycle this program ships, read and validated once at start.</summary>
public sealed class Lifecycles
{
    private readonly Dictionary<(string, int), Lifecycle> _all = [];

    /// <summary>The shipped ones.</summary>
    /// <exception cref="DefinitionFault">A shipped file breaks the profile.</exception>
    public static Lifecycles Shipped()
    {
        var lifecycles = new Lifecycles();
        var assembly = typeof(Lifecycles).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("lifecycle/", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            lifecycles.Add(LifecycleReader.Read(reader.ReadToEnd()));
        }
        return lifecycles;
    }

    /// <summary>All of them, in name order.</summary>
    public IEnumerable<Lifecycle> All => _all.Values.OrderBy(l => l.Id, StringComparer.Ordinal).ThenBy(l => l.Version);

    /// <summary>Adds one.</summary>
    public void Add(Lifecycle lifecycle) => _all[(lifecycle.Id, lifecycle.Version)] = lifecycle;

    /// <summary>That version of that lifecycle.</summary>
    public Lifecycle Get(string id, int version) => _all[(id, version)];

    /// <summary>The newest version: new cases start on it.</summary>
    public Lifecycle Newest(string id) => _all.Values.Where(l => l.Id == id).MaxBy(l => l.Version)!;
}
