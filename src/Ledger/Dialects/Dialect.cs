using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace JointMeeting.Ledger.Dialects;

/// <summary>
/// What differs between the stores: how to connect, the few column types, and how an insert that may already be there
/// is written. All other SQL is one text for all.
/// </summary>
public abstract partial class Dialect
{
    /// <summary>Short name: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A connection, not yet open.</summary>
    public abstract DbConnection Connect();

    /// <summary>Replaces <c>{blob}</c> and <c>{long}</c> in a migration.</summary>
    public abstract string Types(string sql);

    /// <summary>True where the error means that another writer got there first and the step should run again.</summary>
    public abstract bool IsConflict(DbException error);

    /// <summary>True where the error means that the store lets nobody write.</summary>
    public abstract bool IsReadOnly(DbException error);

    /// <summary>True where the error means that a table is not there.</summary>
    public abstract bool IsWithoutTable(DbException error);

    /// <summary>What every new connection is told once.</summary>
    public virtual string? OnOpen => null;

    /// <summary>True where the store lets one transaction write at a time.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>
    /// Writes <c>in @ids</c> as the store's driver wants it. Dapper widens the list itself, except where the driver has
    /// arrays.
    /// </summary>
    public virtual string WithLists(string sql) => sql;

    /// <summary>An insert that does nothing where the key is already there; understood by both stores.</summary>
    public static string InsertIfAbsent(string insert) => insert + " on conflict do nothing";

    /// <summary>The dialect that a connection string is for: a file is SQLite, <c>Host=</c> is PostgreSQL.</summary>
    public static Dialect For(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new Postgres(connectionString)
            : new Sqlite(connectionString);

    private sealed class Sqlite(string connectionString) : Dialect
    {
        public override string Name => "sqlite";

        // The journal is carried over to the file every 16 MB, not 4: pages that change often are written back less often.
        public override string OnOpen =>
            "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=15000; "
            + "pragma wal_autocheckpoint=4000;";

        public override bool HasOneWriter => true;

        public override DbConnection Connect() => new SqliteConnection(connectionString);

        public override string Types(string sql) => sql.Replace("{blob}", "blob").Replace("{long}", "integer");

        public override bool IsConflict(DbException error) =>
            error
                is SqliteException { SqliteErrorCode: 5 or 6 }
                    or SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

        public override bool IsReadOnly(DbException error) => error is SqliteException { SqliteErrorCode: 8 };

        public override bool IsWithoutTable(DbException error) =>
            error is SqliteException { SqliteErrorCode: 1 } && error.Message.Contains("no such table");
    }

    private sealed partial class Postgres(string connectionString) : Dialect
    {
        [GeneratedRegex(@"\bin (@\w+)")]
        private static partial Regex List { get; }

        public override string Name => "postgres";

        public override DbConnection Connect() => new NpgsqlConnection(connectionString);

        public override string Types(string sql) => sql.Replace("{blob}", "bytea").Replace("{long}", "bigint");

        public override string WithLists(string sql) =>
            sql.Contains("in @", StringComparison.Ordinal) ? List.Replace(sql, "= any($1)") : sql;

        public override bool IsConflict(DbException error) =>
            error is PostgresException { SqlState: "40001" or "40P01" or "23505" };

        public override bool IsReadOnly(DbException error) => error is PostgresException { SqlState: "25006" };

        public override bool IsWithoutTable(DbException error) => error is PostgresException { SqlState: "42P01" };
    }
}
