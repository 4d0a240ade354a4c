using System.Collections.Concurrent;
using System.Data;
using System.Reflection;
using System.Text;
using Dapper;

namespace JointMeeting.Ledger;

/// <summary>
/// How values become columns: enums and days as text, yes/no as 1/0, names with underscores. One place, so that every
/// store holds the same bytes.
/// </summary>
public static class Rows
{
    private static readonly ConcurrentDictionary<
        Type,
        (string Columns, string Values, PropertyInfo[] Properties)
    > Shapes = [];

    static Rows()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new TimeHandler());
    }

    /// <summary>Makes sure the conversions are in force; called before the first connection opens.</summary>
    public static void Register() { }

    /// <summary>Inserts one row; the columns are the row's properties.</summary>
    public static Task Insert<T>(this Session session, string table, T row)
        where T : notnull
    {
        var (columns, values, properties) = Shapes.GetOrAdd(typeof(T), Shape);
        var parameters = new DynamicParameters();
        foreach (var property in properties)
            parameters.Add(property.Name, Stored(property.GetValue(row)));
        return session.Execute($"insert into {table} ({columns}) values ({values})", parameters);
    }

    /// <summary>The stored form of a value.</summary>
    public static object? Stored(object? value) =>
        value switch
        {
            bool yes => yes ? 1 : 0,
            Enum name => name.ToString(),
            DateOnly day => Moment.Text(day),
            DateTimeOffset at => Moment.Text(at),
            _ => value,
        };

    /// <summary>A list of unit ids as one column.</summary>
    public static string Join(IEnumerable<string> ids) => string.Join(',', ids);

    /// <summary>A list of unit ids from one column.</summary>
    public static IReadOnlyList<string> Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static (string, string, PropertyInfo[]) Shape(Type type)
    {
        var properties = type.GetProperties().Where(p => p.CanWrite).ToArray();
        return (
            string.Join(", ", properties.Select(p => Underscored(p.Name))),
            string.Join(", ", properties.Select(p => "@" + p.Name)),
            properties
        );
    }

    private static string Underscored(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
            text.Append(char.IsUpper(c) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        return text.ToString();
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => Moment.Day((string)value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            (parameter.DbType, parameter.Value) = (DbType.String, Moment.Text(value));
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => Moment.Time((string)value);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            (parameter.DbType, parameter.Value) = (DbType.String, Moment.Text(value));
    }
}
