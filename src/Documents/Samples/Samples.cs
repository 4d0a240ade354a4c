namespace JointMeeting.Documents.Samples;

/// <summary>Texts the product brings along. Places, people and numbers are made up.</summary>
public static class Samples
{
    /// <summary>A notice that founds a joint meeting, with the usual damage: lost 年, lost quotation marks, a row that differs from its clause.</summary>
    public static byte[] Notice()
    {
        using var stream =
            typeof(Samples).Assembly.GetManifestResourceStream("notice-sample.txt")
            ?? throw new InvalidOperationException("notice-sample.txt is not embedded in this build.");
        using var held = new MemoryStream();
        stream.CopyTo(held);
        return held.ToArray();
    }
}
