using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointMeeting.Shared;
using MassTransit.Serialization;

namespace JointMeeting.House;

public sealed class ContractTests
{
    private const string Contracts = "JointMeeting.Services.Contracts.V1";

    private static readonly string Examples = Repository.PathOf("src", "Services", "Contracts", "V1", "Examples");

    [Fact]
    public void Every_contract_has_a_stored_example() =>
        Sources.AssertNone(
            "No example file",
            Messages().Select(ExampleOf).Where(file => !File.Exists(file)).Select(Path.GetFileName)!
        );

    [Fact]
    public void Every_example_belongs_to_a_contract() =>
        Sources.AssertNone(
            "No contract of that name",
            ExampleFiles().Except(Messages().Select(ExampleOf), StringComparer.Ordinal)
        );

    /// <summary>
    /// A message that was sent once must be readable for ever: what the example says, the contract keeps.
    /// </summary>
    [Fact]
    public void Every_example_is_read_without_loss() =>
        Sources.AssertNone(
            "Lost when read",
            from message in Messages()
            let file = ExampleOf(message)
            where File.Exists(file)
            from loss in Lost(message, File.ReadAllText(file))
            select $"{message.Name}: {loss}"
        );

    [Fact]
    public void A_renamed_field_is_a_loss()
    {
        Assert.Empty(Lost(typeof(Sample), """{ "unit": "甲局", "on": "2026-03-02" }"""));
        Assert.NotEmpty(Lost(typeof(Sample), """{ "department": "甲局", "on": "2026-03-02" }"""));
    }

    private static IEnumerable<string> Lost(Type message, string example)
    {
        var options = SystemTextJsonMessageSerializer.Options;
        var written = JsonNode.Parse(example)!.AsObject();
        var read = JsonSerializer.Deserialize(example, message, options);
        var again = JsonSerializer.SerializeToNode(read, message, options)!.AsObject();
        return written
            .Where(field => !JsonNode.DeepEquals(field.Value, again[field.Key]))
            .Select(field =>
                $"{field.Key} is {field.Value?.ToJsonString()}, read as {again[field.Key]?.ToJsonString()}"
            );
    }

    /// <summary>The contract types that are no part of another one.</summary>
    private static List<Type> Messages()
    {
        var types = Assembly
            .Load("JointMeeting.Services")
            .GetExportedTypes()
            .Where(type => type.Namespace == Contracts && !type.IsEnum && !(type.IsAbstract && type.IsSealed))
            .ToList();
        var parts = types
            .SelectMany(type => type.GetProperties())
            .SelectMany(property => Mentioned(property.PropertyType));
        return [.. types.Except(parts)];
    }

    private static IEnumerable<Type> Mentioned(Type type) =>
        type.GetGenericArguments().SelectMany(Mentioned).Append(type.GetElementType() ?? type);

    private static string ExampleOf(Type message) => Path.Combine(Examples, $"{message.Name}.json");

    private static string[] ExampleFiles() => Directory.Exists(Examples) ? Directory.GetFiles(Examples, "*.json") : [];

    private sealed record Sample(string Unit, DateOnly On);
}
