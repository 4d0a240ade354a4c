namespace JointMeeting.Documents.Reading.Packed;

/// <summary>What kind of document a packed file is, and where its main part lies ([Content_Types].xml).</summary>
internal sealed record PackedParts(string? Word, string? Workbook, bool IsSlides)
{
    public static PackedParts Of(PackedFile file)
    {
        if (file.Open("[Content_Types].xml") is not { } types)
            return new(null, null, false);
        string? word = null;
        string? workbook = null;
        var slides = false;
        foreach (var part in SafeXml.Children(types, "Types"))
        {
            var (type, path) = (part.Value("ContentType") ?? "", part.Value("PartName"));
            if (IsMain(type, "word"))
                word = path;
            else if (IsMain(type, "sheet") || IsMain(type, "excel"))
                workbook = path;
            slides |= IsMain(type, "presentation") || IsMain(type, "powerpoint");
        }
        return new(word, workbook, slides);
    }

    /// <summary>What a file brings along that is never read, as a person should know it.</summary>
    public static void NoticeUnread(PackedFile file, SourceBuilder builder)
    {
        if (file.HasAny("vbaProject.bin"))
            builder.Notice("文件带有宏,宏未读取、未运行。");
        if (file.Paths.Any(path => path.Contains("/embeddings/") || path.Contains("/activeX/")))
            builder.Notice("文件中嵌入的对象未读取,请另行核对。");
        foreach (var path in file.Paths.Where(path => path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        foreach (var link in SafeXml.Children(file.Open(path)!, "Relationships"))
            if (link.Value("TargetMode") == "External" && link.Value("Type")?.EndsWith("/hyperlink") is not true)
                builder.Notice("文件引用了外部内容,未读取、未访问任何外部地址。");
    }

    private static bool IsMain(string type, string program) =>
        type.EndsWith("main+xml") && type.Contains(program, StringComparison.OrdinalIgnoreCase);
}
