using JointMeeting.Documents.Recognising;
using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Intake;

/// <summary>The source's words at a place, and the importer's doubts by path.</summary>
internal sealed class Places(ShownSource source, IReadOnlyList<ProposedFact> facts)
{
    /// <summary>A cell of a row stands at most so many lines below the row's number, blank lines included.</summary>
    private const int LinesOfARow = 12;

    private readonly ILookup<string, string> _doubts = facts
        .SelectMany(fact => fact.Doubts, (fact, doubt) => (fact.Path, doubt))
        .ToLookup(d => d.Path, d => d.doubt, StringComparer.Ordinal);

    /// <summary>Why a person must look at the fact at these paths; null where all are beyond doubt.</summary>
    public string? DoubtOf(params string[] paths)
    {
        var doubts = paths.SelectMany(path => _doubts[path]).Distinct().ToList();
        return doubts.Count == 0 ? null : string.Join("；", doubts);
    }

    /// <summary>Where the page shows that line of the source; null where it does not.</summary>
    public int? PlaceOf(int line) => source.PlaceOf(line);

    /// <summary>A proposal with the words of its line.</summary>
    public Proposed Proposed(ProposalKind kind, string label, int line, string value, string? doubt) =>
        source.PlaceOf(line) is { } place
            ? new(kind, label, place, source[place].Trim(), value, doubt)
            : new(kind, label, null, null, value, doubt);

    /// <summary>A proposal whose words stand some lines below the number of their row, or in the row's own line.</summary>
    public Proposed ProposedIn(ProposalKind kind, string label, int row, string words, string value, string? doubt)
    {
        if (source.PlaceOf(row) is not { } first)
            return new(kind, label, null, null, value, doubt);
        var last = Math.Min(first + LinesOfARow - 1, source.Count);
        for (var place = first; place <= last; place++)
            if (Squeezed(source[place]).Contains(Squeezed(words), StringComparison.Ordinal))
                return new(kind, label, place, source[place].Trim(), value, doubt);
        return new(kind, label, first, source[first].Trim(), value, doubt);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
