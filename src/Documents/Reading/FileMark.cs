using JointMeeting.Documents.Reading.Outside;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading;

/// <summary>Looks for a mark of secrecy (密级标志) in a file that is kept and not read, such as evidence of a report.</summary>
public static class FileMark
{
    /// <summary>True where one is found. Pictures, scanned pages and files of older programs are not looked into.</summary>
    public static bool IsIn(byte[] bytes, string fileName)
    {
        try
        {
            Refusals.RefuseClassified(fileName);
            LookInto(bytes, FileKinds.Of(bytes, fileName));
            return false;
        }
        catch (ImportRefusedException refused)
        {
            return refused.Code == RefusalCode.Classified;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            // A damaged file is evidence all the same.
            return false;
        }
    }

    private static void LookInto(byte[] bytes, FileKind kind)
    {
        if (kind == FileKind.Packed)
        {
            using var file = new PackedFile(bytes);
            file.RefuseClassified();
        }
        else if (kind == FileKind.Pdf)
            PdfFile.Read(bytes);
        else if (kind == FileKind.Text)
            Refusals.RefuseClassified(TextDecoding.Decode(bytes).Text);
    }
}
