using JointMeeting.Shared;

namespace JointMeeting.Benchmarks;

/// <summary>A world with many waiting tasks: copies of one that real steps made, with all its rows; none is due.</summary>
internal static class Waiting
{
    public static async Task<World> Of(int cases)
    {
        var world = await World.Make(await TestDatabase.Sqlite());
        var task = world.NoticeTasks[1];
        (string Table, string[] Own)[] tables =
        [
            ("visit", ["id", "case_id"]),
            ("ask", ["id", "case_id", "visit_id"]),
            ("clock", ["id", "case_id", "owner"]),
            ("timer", ["id", "case_id", "clock", "ask_id"]),
            ("outbox", ["id", "case_id"]),
            ("task", ["case_id"]),
            ("audit_entry", ["stream"]),
            ("cases", ["id"]),
        ];
        await world.Tamper("update outbox set sent_at = created_at");
        foreach (var (table, own) in tables)
        {
            var columns = await world.Rows<string>($"select name from pragma_table_info('{table}')");
            var copied = columns.Select(c => own.Contains(c) ? $"{c} || '-' || n" : c);
            var key =
                table == "cases" ? "id"
                : table == "audit_entry" ? "stream"
                : "case_id";
            await world.Tamper(
                $"""
                with recursive times(n) as (select 101 union all select n + 1 from times where n < @cases + 100)
                insert into {table} ({string.Join(", ", columns)})
                select {string.Join(", ", copied)} from {table}, times where {key} = @task
                """,
                new { cases, task }
            );
        }
        return world;
    }
}
