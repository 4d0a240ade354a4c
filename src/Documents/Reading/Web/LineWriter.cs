using System.Text;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Reading.Web;

/// <summary>Collects the text of a line as a browser shows it: white space of the source counts as one space, and as none between Chinese signs.</summary>
internal sealed class LineWriter(Action<string> write)
{
    private readonly StringBuilder line = new();
    private bool space;
    private bool broken;

    public void Add(string text, bool verbatim)
    {
        foreach (var sign in text)
            if (verbatim && sign == '\n')
                Break();
            else if (sign is ' ' or '\t' or '\n' or '\r' or '\f')
                (space, broken) = (true, broken || sign is '\n' or '\r');
            else
                Add(sign);
    }

    public void Break()
    {
        if (line.Length > 0)
            write(line.ToString());
        line.Clear();
        (space, broken) = (false, false);
    }

    private void Add(char sign)
    {
        if (space && line.Length > 0 && !(broken && IsWide(line[^1]) && IsWide(sign)))
            line.Append(' ');
        (space, broken) = (false, false);
        line.Append(sign);
    }

    private static bool IsWide(char sign) =>
        Folding.IsHan(sign) || sign is >= '\u3000' and <= '\u303f' or >= '\uff00' and <= '\uff60';
}
