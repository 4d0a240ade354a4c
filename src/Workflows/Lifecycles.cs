using System.Collections.Concurrent;
using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows;

/// <summary>
/// Every version of every lifecycle: those this program ships, read and validated once at start, and those an office
/// made, read from the database when they are first needed. Several processes share the database, so a version that
/// this one has not read yet is no fault: it is read then.
/// </summary>
public sealed class Lifecycles
{
    private readonly ConcurrentDictionary<(string Id, int Version), Lifecycle> _all = [];
    private readonly Dictionary<string, Lifecycle> _shipped = new(StringComparer.Ordinal);
    private bool _hasReadAll;

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

    /// <summary>All that were read, in name order.</summary>
    public IEnumerable<Lifecycle> All => _all.Values.OrderBy(l => l.Id, StringComparer.Ordinal).ThenBy(l => l.Version);

    /// <summary>Adds one that the program brings.</summary>
    public void Add(Lifecycle lifecycle)
    {
        _all[(lifecycle.Id, lifecycle.Version)] = lifecycle;
        if (_shipped.GetValueOrDefault(lifecycle.Id) is not { } known || known.Version <= lifecycle.Version)
            _shipped[lifecycle.Id] = lifecycle;
    }

    /// <summary>The newest one that the program brings, which its commands were written for; null where it has none.</summary>
    public Lifecycle? ShippedOf(string id) => _shipped.GetValueOrDefault(id);

    /// <summary>That version of that lifecycle, among those that were read.</summary>
    public Lifecycle Get(string id, int version) => _all[(id, version)];

    /// <summary>The newest version among those that were read.</summary>
    public Lifecycle Newest(string id) => NewestRead(id) ?? throw new KeyNotFoundException($"No lifecycle '{id}'.");

    /// <summary>That version of that lifecycle, from the database where this process has not read it yet.</summary>
    /// <exception cref="Refusal">There is no such version, or this program cannot read it.</exception>
    public async Task<Lifecycle> Read(Session session, string id, int version)
    {
        if (!_hasReadAll || !_all.ContainsKey((id, version)))
            await ReadAll(session);
        return _all.TryGetValue((id, version), out var found)
            ? found
            : throw new Refusal($"没有找到流程“{id}”第 {version} 版。请核对名称和版本，或联系系统管理员。");
    }

    /// <summary>The newest version now, whichever process made it: new cases start on it.</summary>
    /// <exception cref="Refusal">There is no lifecycle of that name, or this program cannot read it.</exception>
    public async Task<Lifecycle> ReadNewest(Session session, string id)
    {
        const string newest = "select max(version) from definition where id = @id";
        if (!_hasReadAll || await session.Scalar<int?>(newest, new { id }) > NewestRead(id)?.Version)
            await ReadAll(session);
        return NewestRead(id)
            ?? throw new Refusal($"没有找到流程“{id}”。现有：{string.Join("、", All.Select(l => l.Id).Distinct())}。");
    }

    /// <summary>
    /// Reads every version in the database that was not read yet. A version there stands for its number for good: one
    /// shipped later under the same number does not take the place of what cases run on.
    /// </summary>
    /// <exception cref="Refusal">A stored version cannot be read by this program.</exception>
    public async Task ReadAll(Session session)
    {
        foreach (var (id, version) in await session.Query<(string, int)>("select id, version from definition"))
            if (_all.GetValueOrDefault((id, version)) is not { IsShipped: false })
                _all[(id, version)] = await Stored(session, id, version);
        _hasReadAll = true;
    }

    private Lifecycle? NewestRead(string id) => _all.Values.Where(l => l.Id == id).MaxBy(l => l.Version);

    private static async Task<Lifecycle> Stored(Session session, string id, int version)
    {
        const string one = "select json from definition where id = @id and version = @version";
        var json = await session.Scalar<string>(one, new { id, version });
        try
        {
            return LifecycleReader.Read(json!) with { IsShipped = false };
        }
        catch (DefinitionFault fault)
        {
            throw new Refusal($"流程“{id}”第 {version} 版读不出来，请联系系统管理员：{fault.Message}");
        }
    }
}
