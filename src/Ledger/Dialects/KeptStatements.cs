using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace JointMeeting.Ledger.Dialects;

/// <summary>
/// A connection that keeps each statement compiled for the next time the same text is run on it. SQLite compiles a
/// statement anew for every command, which costs more than running it: of a step of eighteen short statements a sixth.
/// </summary>
internal sealed class KeptStatements(DbConnection inner) : DbConnection
{
    /// <summary>Texts with lists in them differ each time; beyond this many, one is used and let go.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);

    /// <inheritdoc />
    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    /// <inheritdoc />
    public override string Database => inner.Database;

    /// <inheritdoc />
    public override string DataSource => inner.DataSource;

    /// <inheritdoc />
    public override string ServerVersion => inner.ServerVersion;

    /// <inheritdoc />
    public override ConnectionState State => inner.State;

    /// <inheritdoc />
    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    /// <inheritdoc />
    public override void Open() => inner.Open();

    /// <inheritdoc />
    public override void Close()
    {
        foreach (var command in _kept.Values)
            command.Dispose();
        _kept.Clear();
        inner.Close();
    }

    /// <inheritdoc />
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        inner.BeginTransaction(isolationLevel);

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => new Command(this);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>The compiled statement of that text, which nobody else uses until it is given back.</summary>
    private DbCommand Take(string text)
    {
        if (_kept.Remove(text, out var command))
            return command;
        command = inner.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void GiveBack(DbCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_kept.Count == Most || !_kept.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    /// <summary>A command that becomes a kept one when it learns its text.</summary>
    private sealed class Command(KeptStatements connection) : DbCommand
    {
        private DbCommand? _inner;
        private DbTransaction? _transaction;

        [AllowNull]
        public override string CommandText
        {
            get => _inner?.CommandText ?? "";
            set
            {
                // Dapper widens a list (in @ids) after it has set its parameters: then the text alone changes.
                if (_inner is { Parameters.Count: > 0 })
                {
                    _inner.CommandText = value;
                    return;
                }
                if (_inner is not null)
                    connection.GiveBack(_inner);
                _inner = connection.Take(value ?? "");
                _inner.Transaction = _transaction;
            }
        }

        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException("A command stays with its connection.");
        }

        protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => _transaction;
            set
            {
                _transaction = value;
                if (_inner is not null)
                    _inner.Transaction = value;
            }
        }

        private DbCommand Inner => _inner ?? throw new InvalidOperationException("The command has no text.");

        public override void Cancel() => _inner?.Cancel();

        public override int ExecuteNonQuery() => Inner.ExecuteNonQuery();

        public override object? ExecuteScalar() => Inner.ExecuteScalar();

        public override void Prepare() => Inner.Prepare();

        protected override DbParameter CreateDbParameter() => Inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Inner.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing && _inner is not null)
            {
                connection.GiveBack(_inner);
                _inner = null;
            }
            base.Dispose(disposing);
        }
    }
}
