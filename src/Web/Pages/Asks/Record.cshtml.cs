using System.ComponentModel.DataAnnotations;
using System.Globalization;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Asks;

/// <summary>代录: the office enters what a unit said by phone or on paper, with who, how, when and the scan.</summary>
public sealed class RecordModel(Steps steps) : AskPage(steps)
{
    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    [BindProperty]
    public Source From { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Channels { get; } =
    [new("请选择", ""), new("电话", "电话"), new("纸质", "纸质"), new("当面", "当面"), new("微信", "微信")];

    public string AtText =>
        (From.At ?? Moment.InChina(Steps.Time.GetUtcNow()).DateTime).ToString(
            "yyyy-MM-ddTHH:mm",
            CultureInfo.InvariantCulture
        );

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        var at = From.At!.Value;
        var from = new RecordedFrom(
            From.Who,
            From.Channel,
            Moment.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))
        );
        var command = new RecordAnswer(Id, Input.Draft(), from, await Read(Input.Files));
        var caseId = await CaseId();
        return await Do(caseId, command, "已代录。", _ => Redirect(Back));
    }

    private string Back =>
        Request.Query["from"] is [{ Length: > 1 } from] && Url.IsLocalUrl(from) ? from : $"/asks/{Id}";

    public sealed class Source
    {
        [Display(Name = "答复人"), StringLength(60)]
        public string Who { get; set; } = "";

        [Display(Name = "渠道")]
        public string Channel { get; set; } = "";

        [Display(Name = "答复时间"), Required]
        public DateTime? At { get; set; }
    }
}
