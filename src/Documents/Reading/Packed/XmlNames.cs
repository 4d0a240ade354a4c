using System.Xml.Linq;

namespace JointMeeting.Documents.Reading.Packed;

/// <summary>Elements and attributes by their local name: the strict and the transitional form of Office Open XML differ only in namespaces.</summary>
internal static class XmlNames
{
    public static string Name(this XElement element) => element.Name.LocalName;

    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> All(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static string? Value(this XElement? element, string attribute = "val") =>
        element?.Attributes().FirstOrDefault(found => found.Name.LocalName == attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Value(attribute), out var number) ? number : null;

    /// <summary>A switch such as w:vanish: on where it stands, unless it says off.</summary>
    public static bool IsOn(this XElement? element) =>
        element is not null && element.Value() is not ("0" or "false" or "off");
}
