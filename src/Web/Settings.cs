using System.Data.Common;
using System.Net;
using JointMeeting.Domain;

namespace JointMeeting.Web;

/// <summary>Where this installation keeps its data and which store it uses.</summary>
/// <param name="DataFolder">Databases, keys and the like; made when missing.</param>
/// <param name="Store">Connection string; a file in the data folder by default.</param>
/// <param name="Broker">amqp address, or null for messages within the process.</param>
public sealed record Settings(string DataFolder, string Store, Uri? Broker)
{
    /// <summary>Where people reach the program through a TLS proxy; null where each request says it.</summary>
    public Uri? Address { get; init; }

    /// <summary>Proxies on other machines whose word on who asks is believed; those on this machine always are.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>How often in a minute one address may try a door that is open to everybody (<see cref="SignIn.Doors"/>).</summary>
    public int AttemptsPerMinute { get; init; } = 60;

    /// <summary>Reads the settings from the environment (docs/operations.md).</summary>
    /// <exception cref="Refusal">One of them is written wrongly; says how it is written.</exception>
    public static Settings Read(string defaultFolder = "data")
    {
        var folder = Path.GetFullPath(Said("JOINTMEETING_DATA") ?? defaultFolder);
        return new Settings(
            folder,
            StoreOf(Said("JOINTMEETING_STORE")) ?? $"Data Source={Path.Combine(folder, "jointmeeting.db")}",
            BrokerOf(Said("JOINTMEETING_BROKER"))
        )
        {
            Address = AddressOf(Said("JOINTMEETING_ADDRESS")),
            Proxies = ProxiesOf(Said("JOINTMEETING_PROXIES")),
            AttemptsPerMinute = AttemptsOf(Said("JOINTMEETING_ATTEMPTS")),
        };
    }

    /// <summary>A variable that is there without a value says nothing.</summary>
    private static string? Said(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

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

    /// <summary>JOINTMEETING_ADDRESS.</summary>
    public static Uri? AddressOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? address
        : throw new Refusal(
            "JOINTMEETING_ADDRESS 不是对外地址，请写成 https:// 后接域名的样子（有端口的再接冒号和端口），不带路径。"
        );

    /// <summary>JOINTMEETING_PROXIES.</summary>
    public static IReadOnlyList<IPAddress> ProxiesOf(string? text) =>
        [
            .. (text ?? "")
                .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(one =>
                    IPAddress.TryParse(one, out var proxy)
                        ? proxy
                        : throw new Refusal(
                            $"JOINTMEETING_PROXIES 中的“{one}”不是 IP 地址，请写成 10.0.0.5,10.0.0.6 的样子。"
                        )
                ),
        ];

    /// <summary>JOINTMEETING_ATTEMPTS.</summary>
    public static int AttemptsOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? 60
        : int.TryParse(text, out var attempts) && attempts > 0 ? attempts
        : throw new Refusal("JOINTMEETING_ATTEMPTS 应为大于 0 的整数：每分钟允许同一网络地址尝试登录等操作的次数。");

    private static Uri? BrokerOf(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps" ? broker
        : throw new Refusal(
            "JOINTMEETING_BROKER 不是消息服务地址，请写成 amqp://用户:密码@主机:端口/虚拟主机 的样子。"
        );
}
