using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Compliance.Stores;

/// <summary>The machine fails in the middle of writing.</summary>
internal sealed class MachineFailed : Exception;

/// <summary>A store that fails at one write and works otherwise.</summary>
internal sealed class FaultyDialect(Dialect inner) : Dialect
{
    private int _left = int.MaxValue;

    /// <summary>The write that fails, from 1; the others before it go through.</summary>
    public void FailAt(int write) => _left = write;

    /// <summary>Writes no longer fail; how many more there would have been before the fault.</summary>
    public int Heal()
    {
        var left = _left;
        _left = int.MaxValue;
        return left;
    }

    public override string Name => inner.Name;
    public override string? OnOpen => inner.OnOpen;
    public override bool HasOneWriter => inner.HasOneWriter;

    public override string WithLists(string sql) => inner.WithLists(sql);

    public override DbConnection Connect() => new Connection(inner.Connect(), this);

    public override string Types(string sql) => inner.Types(sql);

    public override bool IsConflict(DbException error) => inner.IsConflict(error);

    public override bool IsReadOnly(DbException error) => inner.IsReadOnly(error);

    public override bool IsWithoutTable(DbException error) => inner.IsWithoutTable(error);

    private void Count()
    {
        if (_left != int.MaxValue && --_left == 0)
            throw new MachineFailed();
    }

    private sealed class Connection(DbConnection inner, FaultyDialect faults) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString
        {
            get => inner.ConnectionString;
            set => inner.ConnectionString = value;
        }
        public override string Database => inner.Database;
        public override string DataSource => inner.DataSource;
        public override string ServerVersion => inner.ServerVersion;
        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Close() => inner.Close();

        public override void Open() => inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
            inner.BeginTransaction(isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(inner.CreateCommand(), faults);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbCommand inner, FaultyDialect faults) : DbCommand
    {
        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }
        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }
        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource
        {
            get => inner.UpdatedRowSource;
            set => inner.UpdatedRowSource = value;
        }
        protected override DbConnection? DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => inner.Parameters;
        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = value;
        }

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery()
        {
            faults.Count();
            return inner.ExecuteNonQuery();
        }

        public override object? ExecuteScalar() => inner.ExecuteScalar();

        public override void Prepare() => inner.Prepare();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => inner.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
