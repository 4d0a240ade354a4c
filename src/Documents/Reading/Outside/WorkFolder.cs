namespace JointMeeting.Documents.Reading.Outside;

/// <summary>A folder for one conversion, readable only by this user, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-");

    public string Path => folder.FullName;

    /// <summary>Names are ours, never those of the upload.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What the program left, null when nothing or more than a file may have.</summary>
    public byte[]? Result(string name)
    {
        var file = new FileInfo(System.IO.Path.Combine(Path, name));
        return file is { Exists: true, Length: > 0 and <= 4L * ReadBytes.LargestFile }
            ? File.ReadAllBytes(file.FullName)
            : null;
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(true);
        }
        catch (IOException)
        {
            // A program that was stopped may still hold a file for a moment; the system clears its temporary folder.
        }
    }
}
