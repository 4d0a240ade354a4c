using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointMeeting.Domain.Clocks;

/// <summary>The JSON form shared by the calendar, the rule sets and the explanations of clocks.</summary>
internal static class DataForm
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads one object. <paramref name="what"/> names it in the Chinese message.</summary>
    /// <exception cref="FormatException">The text is no JSON of this form; the message says where.</exception>
    public static T Read<T>(string json, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (HasEmptyItem(document.RootElement))
                throw new FormatException($"{what}的列表里有空项(null),请删去后重新导入。");
            return document.Deserialize<T>(Options)
                ?? throw new FormatException($"{what}是空的,请提供完整的 JSON 内容。");
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"{what}读不出来:第 {(e.LineNumber ?? 0) + 1} 行附近{Place(e.Path)}格式不对、缺少必填项或有不认识的字段。"
                    + "日期请写成 2027-01-01 的形式,改好后重新导入。",
                e
            );
        }
    }

    /// <summary>Reads a data file that this assembly carries.</summary>
    public static T Embedded<T>(string name)
    {
        using var stream = typeof(DataForm).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Read<T>(reader.ReadToEnd(), name);
    }

    /// <summary>The serializer checks the members of records for null, but not the items of lists.</summary>
    private static bool HasEmptyItem(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element
                .EnumerateArray()
                .Any(item => item.ValueKind == JsonValueKind.Null || HasEmptyItem(item)),
            JsonValueKind.Object => element.EnumerateObject().Any(member => HasEmptyItem(member.Value)),
            _ => false,
        };

    private static string Place(string? path) => path is null or "$" ? "" : $"({path[2..]})";
}
