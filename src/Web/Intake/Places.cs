using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Intake;

/// <summary>The source's words at a place, and the importer's doubts by path.</summary>
internal sealed class Places(SourceText source, IReadOnlyList<ProposedFact> facts)
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

    /// <summary>A proposal with the words of its line.</summary>
    public Proposed Proposed(ProposalKind kind, string label, int line, string value, string? doubt) =>
        line >= 1 && line <= source.Lines.Count
            ? new(kind, label, line, source.Lines[line - 1].Text.Trim(), value, doubt)
            : new(kind, label, null, null, value, doubt);

    /// <summary>The line of a row's cell with these words; the row's own line where none has them.</summary>
    public int LineOf(string words, int row) =>
        source
            .Lines.Skip(row - 1)
            .Take(LinesOfARow)
            .FirstOrDefault(line => Squeezed(line.Text).Contains(Squeezed(words), StringComparison.Ordinal))
            ?.Number
        ?? row;

    private static string Squeezed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
