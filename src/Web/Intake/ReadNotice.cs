using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>A source with all that was recognised in it; nothing is stored yet.</summary>
public sealed record ReadNotice(string FileName, SourceText Source, Notice Notice)
{
    /// <summary>Longest title of a case, as lists and messages show it.</summary>
    private const int LongestTitle = 120;

    /// <summary>How lists name it.</summary>
    public string Title =>
        (Notice.Heading.Title?.Value ?? Notice.Ledger?.Title?.Value ?? FileName) is var title
        && title.Length > LongestTitle
            ? title[..LongestTitle] + "…"
            : title;

    /// <summary>Recognises a source.</summary>
    /// <param name="known">What the office has confirmed before; nothing by default.</param>
    /// <exception cref="ImportRefusedException">It is no notice; says what to do.</exception>
    public static ReadNotice From(string fileName, SourceText source, TimeProvider time, Known? known = null) =>
        new(fileName, source, NoticeReader.Read(source, Moment.DayInChina(time.GetUtcNow()), Taught(known)));

    /// <summary>Headings as people explained them; each is shown again for confirmation.</summary>
    private static Dictionary<string, Column> Taught(Known? known) =>
        (known ?? Known.Nothing)
            .Learned.Where(row => row.Kind is LearnedKind.Column)
            .Where(row => Enum.IsDefined(typeof(Column), row.Reading))
            .ToDictionary(row => row.Source, row => Enum.Parse<Column>(row.Reading), StringComparer.Ordinal);
}
