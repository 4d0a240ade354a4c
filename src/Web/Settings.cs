using System.Data.Common;
using JointMeeting.Domain;

namespace JointMeeting.Web;

/// <summary>Where this installation keeps its data and which store it uses.</summary>
/// <param name="DataFolder">Databases, keys and the like; made when missing.</param>
/// <param name="Store">Connection string; a file in the data folder by default.</param>
/// <param name="Broker">amqp address, or null for messages within the process.</param>
public sealed record Settings(string DataFolder, string Store, Uri? Broker)
{
    /// <summary>Reads JOINTMEETING_DATA, JOINTMEETING_STORE and JOINTMEETING_BROKER.</summary>
    /// <exception cref="Refusal">One of them is written wrongly; says how it is written.</exception>
    public static Settings Read(string defaultFolder = "data")
    {
        var folder = Path.GetFullPath(Environment.GetEnvironmentVariable("JOINTMEETING_DATA") ?? defaultFolder);
        return new Settings(
            folder,
            StoreOf(Environment.GetEnvironmentVariable("JOINTMEETING_STORE"))
                ?? $"Data Source={Path.Combine(folder, "jointmeeting.db")}",
            BrokerOf(Environment.GetEnvironmentVariable("JOINTMEETING_BROKER"))
        );
    }

    /// <summary>Makes the data folder; where the system knows owners, for the account the program runs under alone.</summary>
    public void MakeDataFolder()
    {
        if (Directory.Exists(DataFolder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(DataFolder);
        else
            Directory.CreateDirectory(
                DataFolder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    private static string? StoreOf(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
            return null;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            if (parts.ContainsKey("Host") || parts.ContainsKey("Data Source"))
                return connection;
        }
        catch (ArgumentException)
        {
            // Said below, as for a text that names no store.
        }
        throw new Refusal(
            "JOINTMEETING_STORE 不是数据库连接字符串，请写成 Host=主机;Username=用户;Password=密码;Database=库 或 Data Source=文件。"
        );
    }

    private static Uri? BrokerOf(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps" ? broker
        : throw new Refusal(
            "JOINTMEETING_BROKER 不是消息服务地址，请写成 amqp://用户:密码@主机:端口/虚拟主机 的样子。"
        );
}
