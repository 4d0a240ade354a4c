using System.CommandLine;
using System.Text.Json.Nodes;
using JointMeeting.Domain.Numbers;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Cli;

/// <summary>docno TEXT: reads a document number (发文字号). A text that is none is an answer too, not an error.</summary>
public static class DocNo
{
    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var text = new Argument<string>("TEXT") { Description = "发文字号，如 云政发〔2026〕6号" };
        var json = new Option<bool>("--json") { Description = "只输出一个 JSON 对象" };
        var command = new Command("docno", "核对发文字号") { text, json };
        command.SetAction(parsed =>
        {
            var today = Moment.DayInChina(TimeProvider.System.GetUtcNow());
            var number = DocumentNumber.Parse(parsed.GetValue(text)!, today);
            Console.WriteLine(parsed.GetValue(json) ? CommandJson.Text(Json(number)) : Words(number));
            return 0;
        });
        return command;
    }

    private static JsonObject Json(DocumentNumber number) =>
        new()
        {
            ["raw"] = number.Raw,
            ["status"] = number.Status.Word(),
            ["code"] = number.Code,
            ["year"] = number.Year,
            ["number"] = number.Number,
            ["canonical"] = number.Canonical,
            ["lost"] = new JsonArray([.. number.Lost.Select(sign => (JsonNode?)sign)]),
            ["why"] = number.Why,
        };

    private static string Words(DocumentNumber number) =>
        number.Status switch
        {
            DocumentNumberStatus.Valid => $"规范：{number.Canonical}",
            DocumentNumberStatus.Normalise => $"规范写法：{number.Canonical}（{number.Why}）",
            DocumentNumberStatus.Repair => $"建议写法：{number.Canonical}（{number.Why}）",
            DocumentNumberStatus.Incomplete => $"不完整：{number.Why}",
            DocumentNumberStatus.RejectStrict => $"不合规范：{number.Why}",
            DocumentNumberStatus.Reject => number.Why!,
        };
}
