using System.Globalization;
using System.Text;

namespace JointMeeting.Domain.Texts;

/// <summary>
/// Canonical composition (Unicode NFC, version 14.0) from a table of our own. The program runs without the system's
/// tables, where the framework's Normalize silently returns its input; and a stored hash must not change because a
/// machine has a newer Unicode.
/// </summary>
public static class Nfc
{
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11172;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int BeforeTails = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly Dictionary<int, int[]> Parts = [];
    private static readonly Dictionary<(int, int), int> Wholes = [];
    private static readonly Dictionary<int, int> Classes = [];

    static Nfc()
    {
        using var stream = typeof(Nfc).Assembly.GetManifestResourceStream("nfc.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line[0] == '=')
                ReadClass(line[1..].Split(' '));
            else if (line[0] != '#')
                ReadDecomposition([.. line.TrimStart('!').Split(' ').Select(Hex)], composes: line[0] != '!');
    }

    /// <summary>The text with every character in its composed form.</summary>
    public static string Of(string text)
    {
        var points = text.EnumerateRunes().SelectMany(rune => Decomposed(rune.Value)).ToList();
        Order(points);
        var composed = new StringBuilder(text.Length);
        foreach (var point in Composed(points))
            composed.Append(char.ConvertFromUtf32(point));
        return composed.ToString();
    }

    private static IEnumerable<int> Decomposed(int point)
    {
        if (Parts.TryGetValue(point, out var parts))
            return parts.SelectMany(Decomposed);
        var syllable = point - FirstSyllable;
        if (syllable is < 0 or >= Syllables)
            return [point];
        var (pair, tail) = (syllable / TailCount, syllable % TailCount);
        int[] letters = [Leads + (pair / VowelCount), Vowels + (pair % VowelCount), BeforeTails + tail];
        return tail == 0 ? letters[..2] : letters;
    }

    /// <summary>Marks on one letter come in the order of their classes; marks of one class keep theirs.</summary>
    private static void Order(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        for (var j = i; j > 0 && Class(points[j]) != 0 && Class(points[j - 1]) > Class(points[j]); j--)
            (points[j - 1], points[j]) = (points[j], points[j - 1]);
    }

    private static List<int> Composed(List<int> points)
    {
        var result = new List<int>(points.Count);
        var (letter, last) = (-1, 0);
        foreach (var point in points)
        {
            var own = Class(point);
            if (letter >= 0 && (last == 0 || last < own) && Whole(result[letter], point) is { } whole)
            {
                result[letter] = whole;
                continue;
            }
            if (own == 0)
                letter = result.Count;
            last = own;
            result.Add(point);
        }
        return result;
    }

    private static int? Whole(int first, int second)
    {
        if (Wholes.TryGetValue((first, second), out var whole))
            return whole;
        var (lead, vowel, tail) = (first - Leads, second - Vowels, second - BeforeTails);
        if (lead is >= 0 and < 19 && vowel is >= 0 and < VowelCount)
            return FirstSyllable + (((lead * VowelCount) + vowel) * TailCount);
        var syllable = first - FirstSyllable;
        return syllable is >= 0 and < Syllables && syllable % TailCount == 0 && tail is > 0 and < TailCount
            ? first + tail
            : null;
    }

    private static int Class(int point) => Classes.GetValueOrDefault(point);

    private static void ReadDecomposition(int[] points, bool composes)
    {
        Parts[points[0]] = points[1..];
        if (composes)
            Wholes[(points[1], points[2])] = points[0];
    }

    private static void ReadClass(string[] words)
    {
        foreach (var range in words.Skip(1).Select(word => word.Split('-')))
            for (var point = Hex(range[0]); point <= Hex(range[^1]); point++)
                Classes[point] = int.Parse(words[0]);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber);
}
