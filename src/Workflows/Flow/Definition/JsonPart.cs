using System.Text.Json;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>
/// One object of a definition file. What is missing, of another form, or not known is a fault that names the node;
/// nothing is dropped in silence.
/// </summary>
internal sealed class JsonPart
{
    private readonly string _definition;
    private readonly string _node;
    private readonly JsonElement _element;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public JsonPart(string definition, string node, JsonElement element, string what)
    {
        (_definition, _node, _element) = (definition, node, element);
        if (element.ValueKind != JsonValueKind.Object)
            throw Fault($"{what} 应当是对象");
    }

    public DefinitionFault Fault(string fault) => new(_definition, _node, fault);

    public string Text(string name) => Text(Required(name), name);

    public int Number(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : throw Fault($"{name} 应当是整数");

    public JsonPart Object(string name) => new(_definition, _node, Required(name), name);

    public IEnumerable<JsonElement> Array(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray()
            : throw Fault($"{name} 应当是列表");

    /// <summary>Properties that say nothing about the course of a case.</summary>
    public void Pass(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _read.Add(name);
    }

    public void RefuseUnknown()
    {
        foreach (var property in _element.EnumerateObject().Where(p => !_read.Contains(p.Name)))
            if (property.Name is not "nodeId" && !SaysNothing(property.Value))
                throw Fault($"不认识的属性 {property.Name}");
    }

    /// <summary>
    /// Elsa's own serializer writes every property that it has, also those left empty: a file saved by its designer is
    /// full of them.
    /// </summary>
    private static bool SaysNothing(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.False => true,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => value.EnumerateObject().All(p => SaysNothing(p.Value)),
            _ => false,
        };

    /// <summary>A literal input.</summary>
    public string Input(string name) => OptionalInput(name) ?? throw Fault($"缺少输入 {name}");

    public string? OptionalInput(string name) =>
        Expression(name, "Literal") is { } value ? Text(value, $"输入 {name}") : null;

    /// <summary>An input that has only these words.</summary>
    public string Word(string name, params ReadOnlySpan<string> words)
    {
        var word = Input(name);
        return words.Contains(word) ? word : throw Fault($"输入 {name} 不能是 {word}");
    }

    /// <summary>A condition: the name of a registered rule, never a script.</summary>
    public string Rule(string name) =>
        Expression(name, "Rule") is { } value ? Text(value, $"规则 {name}") : throw Fault($"缺少规则 {name}");

    /// <summary>A list; Elsa's serializer saves it as a text that holds one.</summary>
    public IReadOnlyList<string> List(string name) =>
        Expression(name, "Literal") switch
        {
            { ValueKind: JsonValueKind.Array } list => Items(name, list),
            { ValueKind: JsonValueKind.String } saved => ListInText(name, saved.GetString()!),
            _ => throw Fault($"缺少列表 {name}"),
        };

    /// <summary>A list that may be left out; then it is empty.</summary>
    public IReadOnlyList<string> OptionalList(string name) =>
        _element.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null ? List(name) : [];

    private string[] Items(string name, JsonElement list) =>
        [.. list.EnumerateArray().Select(item => Text(item, $"列表 {name} 的每一项"))];

    private string[] ListInText(string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? Items(name, document.RootElement)
                : throw Fault($"缺少列表 {name}");
        }
        catch (JsonException)
        {
            throw Fault($"缺少列表 {name}");
        }
    }

    private JsonElement? Expression(string name, string kind)
    {
        if (!_element.TryGetProperty(name, out var given) || given.ValueKind == JsonValueKind.Null)
            return null;
        var input = Object(name);
        if (!input._element.TryGetProperty("typeName", out _))
            throw Fault($"输入 {name} 缺少 typeName");
        input.Text("typeName");
        var expression = input.Object("expression");
        input.RefuseUnknown();
        var type = expression.Text("type");
        if (type != kind)
            throw Fault($"输入 {name} 只能是 {kind}，不能是 {type}");
        var value = expression.Required("value");
        expression.RefuseUnknown();
        return value;
    }

    private JsonElement Required(string name)
    {
        _read.Add(name);
        return _element.TryGetProperty(name, out var value) ? value : throw Fault($"缺少 {name}");
    }

    private string Text(JsonElement value, string what) =>
        value is { ValueKind: JsonValueKind.String } && value.GetString() is { Length: > 0 } text
            ? text
            : throw Fault($"{what} 应当是文字");
}
