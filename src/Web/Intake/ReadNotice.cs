using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Intake;

/// <summary>A source with all that was recognised in it; nothing is stored yet.</summary>
public sealed record ReadNotice(string FileName, SourceText Source, Notice Notice)
{
    /// <summary>Longest title of a case, as lists and messages show it.</summary>
    private const int LongestTitle = 120;

    /// <summary>How lists name it.</summary>
    public string Title =>
        (Notice.Heading.Title?.Value ?? FileName) is var title && title.Length > LongestTitle
            ? title[..LongestTitle] + "…"
            : title;

    /// <summary>Recognises a source.</summary>
    /// <exception cref="ImportRefusedException">It is no notice; says what to do.</exception>
    public static ReadNotice From(string fileName, SourceText source, TimeProvider time) =>
        new(fileName, source, NoticeReader.Read(source, Moment.DayInChina(time.GetUtcNow())));
}
