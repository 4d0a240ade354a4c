namespace JointMeeting.Web;

/// <summary>Where this installation keeps its data and which store it uses.</summary>
/// <param name="DataFolder">Databases, keys and the like; made when missing.</param>
/// <param name="Store">Connection string; a file in the data folder by default.</param>
/// <param name="Broker">amqp address, or null for messages within the process.</param>
public sealed record Settings(string DataFolder, string Store, Uri? Broker)
{
    /// <summary>Reads JOINTMEETING_DATA, JOINTMEETING_STORE and JOINTMEETING_BROKER.</summary>
    public static Settings Read(string defaultFolder = "data")
    {
        var folder = Path.GetFullPath(Environment.GetEnvironmentVariable("JOINTMEETING_DATA") ?? defaultFolder);
        var broker = Environment.GetEnvironmentVariable("JOINTMEETING_BROKER");
        return new Settings(
            folder,
            Environment.GetEnvironmentVariable("JOINTMEETING_STORE")
                ?? $"Data Source={Path.Combine(folder, "jointmeeting.db")}",
            string.IsNullOrWhiteSpace(broker) ? null : new Uri(broker)
        );
    }
}
