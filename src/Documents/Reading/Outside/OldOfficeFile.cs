using System.Security;
using System.Text;

namespace JointMeeting.Documents.Reading.Outside;

/// <summary>Files of older office programs (.doc .wps .rtf, .xls .et), through LibreOffice, which makes them DOCX or XLSX.</summary>
internal static class OldOfficeFile
{
    private const string Program = "soffice";

    /// <summary>Address space, most of which LibreOffice only reserves.</summary>
    private const long Memory = 6L * 1024 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    // Nothing in a document runs, and nothing it links to is asked for.
    private static readonly (string Path, string Name, string Value)[] Settings =
    [
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
        ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
        ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ];

    public static bool IsReadable => OutsideProgram.Path(Program) is not null;

    /// <summary>The same document as DOCX or XLSX.</summary>
    /// <exception cref="ImportRefusedException">The program is missing, or did not manage.</exception>
    public static byte[] Convert(byte[] bytes, OldOffice kind)
    {
        var program =
            OutsideProgram.Path(Program)
            ?? throw new ImportRefusedException(
                RefusalCode.NeedsProgram,
                "本机没有安装 LibreOffice,不能读取旧格式文件(.doc、.wps、.rtf、.xls、.et)。"
                    + "请在 WPS 或 Word 中打开,另存为 .docx 或 .xlsx 后再导入。"
            );
        return Convert(bytes, kind, program, Limit);
    }

    /// <param name="program">What is called like soffice, and leaves the converted file in --outdir.</param>
    internal static byte[] Convert(byte[] bytes, OldOffice kind, string program, TimeSpan limit)
    {
        using var folder = new WorkFolder();
        var (ending, target) = kind switch
        {
            OldOffice.Text => ("doc", "docx"),
            OldOffice.RichText => ("rtf", "docx"),
            OldOffice.Sheet => ("xls", "xlsx"),
        };
        var source = folder.Write("in." + ending, bytes);
        var profile = Profile(folder.Path);
        var exit = OutsideProgram.Run(
            program,
            [
                "--headless",
                "--norestore",
                "--nolockcheck",
                $"-env:UserInstallation=file://{profile}",
                "--convert-to",
                target,
                "--outdir",
                folder.Path,
                source,
            ],
            folder.Path,
            limit,
            Memory
        );
        return (exit is null ? null : folder.Result("in." + target))
            ?? throw new ImportRefusedException(
                RefusalCode.Broken,
                "旧格式文件未能转换(已损坏、有密码或过于复杂)。请在 WPS 或 Word 中打开,另存为 .docx 或 .xlsx 后再导入。"
            );
    }

    private static string Profile(string folder)
    {
        var profile = Path.Combine(folder, "profile");
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        var settings = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
        );
        foreach (var (path, name, value) in Settings)
            settings.Append(
                $"<item oor:path=\"{SecurityElement.Escape(path)}\"><prop oor:name=\"{name}\" oor:op=\"fuse\"><value>{value}</value></prop></item>\n"
            );
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), settings + "</oor:items>\n");
        return profile;
    }
}

internal enum OldOffice
{
    Text,
    RichText,
    Sheet,
}
