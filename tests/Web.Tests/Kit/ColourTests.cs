using System.Globalization;
using System.Text.RegularExpressions;

namespace JointMeeting.Web.Tests.Kit;

/// <summary>WCAG 2.1: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of a control's edge.</summary>
public class ColourTests
{
    private static readonly Dictionary<string, string> Tokens = Regex
        .Matches(File.ReadAllText(Path.Combine(KitHost.WebRoot, "css", "base.css")), "--([a-z-]+): #([0-9a-f]{6});")
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [Theory]
    [InlineData("text", "page-ground", 4.5)]
    [InlineData("quiet", "page-ground", 4.5)]
    [InlineData("quiet", "shade-ground", 4.5)]
    [InlineData("quiet", "info-ground", 4.5)]
    [InlineData("top-text", "top-ground", 4.5)]
    [InlineData("top-text", "blue", 4.5)]
    [InlineData("blue", "page-ground", 4.5)]
    [InlineData("blue", "warn-ground", 4.5)]
    [InlineData("ok", "ok-ground", 4.5)]
    [InlineData("warn", "warn-ground", 4.5)]
    [InlineData("danger", "danger-ground", 4.5)]
    [InlineData("danger", "panel-ground", 4.5)]
    [InlineData("info", "info-ground", 4.5)]
    [InlineData("muted", "muted-ground", 4.5)]
    [InlineData("control-line", "panel-ground", 3.0)]
    public void Every_colour_stands_out_from_its_ground(string front, string ground, double least) =>
        Assert.InRange(Contrast(Tokens[front], Tokens[ground]), least, 21);

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[..2])) + (0.7152 * Channel(colour[2..4])) + (0.0722 * Channel(colour[4..]));

    private static double Channel(string hex)
    {
        var part = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
