using System.Data.Common;
using JointMeeting.Domain;

namespace JointMeeting.Ledger.Migrations;

/// <summary>
/// Brings a database to the form this program knows. Migrations are dated, run once each, in order, each in its own
/// transaction; running them again changes nothing.
/// </summary>
public static class Migrator
{
    /// <summary>Applies what is missing from one set (the office's or a desk's) and returns the names applied.</summary>
    /// <exception cref="Refusal">The database was made by a newer program.</exception>
    public static async Task<IReadOnlyList<string>> Migrate(Database database, TimeProvider time, string set = "office")
    {
        var known = Known(set);
        await using (var first = await database.Write())
        {
            await first.Execute("create table if not exists migration (name text primary key, at text not null)");
            await first.Commit();
        }
        var applied = await Applied(database);
        RefuseNewer(applied, known);
        var fresh = known.Keys.Where(k => !applied.Contains(k)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in fresh)
        {
            await using var session = await database.Write();
            foreach (var statement in session.Dialect.Types(known[name]).Split(";\n", StringSplitOptions.TrimEntries))
                if (statement.Length > 0)
                    await session.Execute(statement);
            var at = Moment.Text(time.GetUtcNow());
            await session.Execute("insert into migration (name, at) values (@name, @at)", new { name, at });
            await session.Commit();
        }
        return fresh;
    }

    /// <summary>For what only reads: refuses a database of another form than this program knows, and changes nothing.</summary>
    /// <exception cref="Refusal">The database was made by a newer program, or has not been migrated yet.</exception>
    public static async Task MustFit(Database database, string set = "office")
    {
        var known = Known(set);
        IReadOnlyList<string> applied;
        try
        {
            applied = await Applied(database);
        }
        catch (DbException e) when (database.Dialect.IsWithoutTable(e))
        {
            throw new Refusal("这个数据库里还没有本系统的数据。请检查 JOINTMEETING_DATA、JOINTMEETING_STORE 的设置。");
        }
        RefuseNewer(applied, known);
        if (known.Keys.Except(applied).FirstOrDefault() is { } missing)
            throw new Refusal($"数据库尚未升级到本版本（缺 {missing}）。请先运行 migrate，再执行本命令。");
    }

    private static void RefuseNewer(IEnumerable<string> applied, SortedDictionary<string, string> known)
    {
        if (applied.Except(known.Keys).FirstOrDefault() is { } unknown)
            throw new Refusal($"数据库由更新版本的程序建立（{unknown}）。请升级程序后再启动，数据未作任何改动。");
    }

    private static async Task<IReadOnlyList<string>> Applied(Database database)
    {
        await using var session = await database.Read();
        return await session.Query<string>("select name from migration order by name");
    }

    private static SortedDictionary<string, string> Known(string set)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Migrator).Assembly;
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(set + "/", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            found[resource[(set.Length + 1)..]] = reader.ReadToEnd().Replace("\r\n", "\n");
        }
        return found;
    }
}
