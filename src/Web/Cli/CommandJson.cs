using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointMeeting.Web.Cli;

/// <summary>One JSON object as the command line prints it: Chinese readable, dates as yyyy-MM-dd.</summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(JsonObject node) => node.ToJsonString(Readable);
}
