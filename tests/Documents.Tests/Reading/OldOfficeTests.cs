using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Reading.Outside;
using JointMeeting.Documents.Recognising;
using JointMeeting.Shared;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Files of older office programs through LibreOffice itself: they say what the same document says in a newer form.</summary>
public class OldOfficeTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Theory]
    [InlineData("27-elderly-care-meeting.docx", "doc", ".doc")]
    [InlineData("27-elderly-care-meeting.docx", "doc", ".wps")]
    [InlineData("36-camellia-task-list.xlsx", "xls", ".xls")]
    [InlineData("36-camellia-task-list.xlsx", "xls", ".et")]
    public void An_old_file_says_what_the_new_one_says(string name, string format, string ending)
    {
        if (OutsideProgram.Path("soffice") is not { } office)
        {
            Assert.Skip("LibreOffice is not installed.");
            return;
        }
        var file = Repository.PathOf("tests", "Cities", "Corpus", name);
        var old = Facts(ReadAny.Read(Converted(office, file, format), "a" + ending));
        var expected = Facts(ReadAny.Read(File.ReadAllBytes(file), Path.GetFileName(file)));
        Assert.NotEmpty(expected["tasks"]!.AsArray());
        foreach (
            var part in (string[])["title", "documentNumber", "recipients", "roster", "tasks", "duties", "targets"]
        )
            Assert.Equal(WithoutLines(expected[part]), WithoutLines(old[part]));
    }

    private static JsonObject Facts(SourceText source) => NoticeJson.ToNode(NoticeReader.Read(source, Today));

    private static byte[] Converted(string office, string file, string format)
    {
        using var folder = new WorkFolder();
        var source = folder.Write(Path.GetFileName(file), File.ReadAllBytes(file));
        Assert.Equal(
            0,
            OutsideProgram.Run(
                office,
                [
                    "--headless",
                    $"-env:UserInstallation=file://{folder.Path}/profile",
                    "--convert-to",
                    format,
                    "--outdir",
                    folder.Path,
                    source,
                ],
                folder.Path,
                TimeSpan.FromSeconds(90),
                6L << 30
            )
        );
        return folder.Result(Path.ChangeExtension(Path.GetFileName(file), format))!;
    }

    /// <summary>A converted file has other lines; what they say is the same.</summary>
    private static string? WithoutLines(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                item.Remove("line");
                foreach (var value in item.Select(property => property.Value).ToList())
                    WithoutLines(value);
                break;
            case JsonArray list:
                foreach (var value in list)
                    WithoutLines(value);
                break;
        }
        return node?.ToJsonString();
    }
}
