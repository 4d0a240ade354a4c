using System.CommandLine;
using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain;
using JointMeeting.Web.Intake;

namespace JointMeeting.Web.Cli;

/// <summary>import FILE: what is recognised in a notice; with --apply it is kept, for people to decide on.</summary>
public static class Import
{
    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "通知（纯文本、网页、Word、Excel 或带文字的 PDF）" };
        var json = new Option<bool>("--json") { Description = "只输出一个 JSON 对象" };
        var apply = new Option<bool>("--apply") { Description = "导入系统：无疑义的直接采纳，其余待确认" };
        var login = new Option<string?>("--as") { Description = "以哪个账号导入（登录名），与 --apply 同用" };
        var command = new Command("import", "识别一份通知") { file, json, apply, login };
        command.SetAction(
            async (parsed, _) =>
            {
                var read = await Read(parsed.GetValue(file)!);
                var applied = parsed.GetValue(apply)
                    ? await ImportApply.As(parsed.GetValue(login), read, Settings.Read(), TimeProvider.System)
                    : null;
                var text = parsed.GetValue(json) ? Json(read.Notice, applied) : ImportSummary.Of(read.Notice, applied);
                Console.WriteLine(text);
                return 0;
            }
        );
        return command;
    }

    private static async Task<ReadNotice> Read(string path)
    {
        if (!File.Exists(path))
            throw new Refusal($"没有找到文件“{path}”，请核对路径。");
        try
        {
            await using var stream = File.OpenRead(path);
            return ReadNotice.From(Path.GetFileName(path), await ReadAny.ReadAsync(stream, path), TimeProvider.System);
        }
        catch (ImportRefusedException refused)
        {
            throw new Refusal(refused.Message);
        }
    }

    private static string Json(Notice notice, Applied? applied)
    {
        var node = NoticeJson.ToNode(notice);
        if (applied is not null)
            node["applied"] = new JsonObject
            {
                ["path"] = applied.Path,
                ["accepted"] = applied.Accepted,
                ["pending"] = applied.Pending.Values.Sum(),
            };
        return CommandJson.Text(node);
    }
}
