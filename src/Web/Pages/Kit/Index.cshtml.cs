using System.ComponentModel.DataAnnotations;
using JointMeeting.Web.Kit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Kit;

/// <summary>Shows every piece of the kit. The form is checked like a real one and stores nothing.</summary>
public sealed class IndexModel : PageModel
{
    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [new("请选择", ""), new("全体会议", "plenary"), new("专题会议", "topic"), new("联络员会议", "liaison")];

    public static IReadOnlyList<SelectListItem> Replies { get; } =
    [new("参加", "attend"), new("派员代会", "standIn"), new("请假", "leave")];

    public static IReadOnlyList<SelectListItem> Units { get; } =
    [new("市发展改革委", "1"), new("市财政局", "2"), new("市住房城乡建设局", "3"), new("市卫生健康委", "4")];

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
            return this.Refuse();
        this.Tell(Tone.Ok, $"“{Input.Name}”已通过检查。", "这是示例页，没有保存任何内容。");
        return RedirectToPage();
    }

    public sealed class MeetingForm
    {
        [Display(Name = "会议名称"), StringLength(60)]
        public string Name { get; set; } = "";

        [Display(Name = "会议类型")]
        public string Kind { get; set; } = "";

        [Display(Name = "召开日期")]
        public DateOnly? Day { get; set; }

        [
            Display(Name = "联系电话"),
            RegularExpression("[0-9-]{7,20}", ErrorMessage = "{0}只填数字和短横，例如 0000-8800-1234。")
        ]
        public string? Telephone { get; set; }

        [Display(Name = "议题说明"), MaxLength(500)]
        public string? Topics { get; set; }

        [Display(Name = "参会情况")]
        public string Reply { get; set; } = "attend";

        [Display(Name = "议题涉及单位")]
        public IReadOnlyList<string> Units { get; set; } = ["2"];

        [Display(Name = "会议材料")]
        public IFormFile? Paper { get; set; }

        [Display(Name = "会前三个工作日提醒未回执的单位")]
        public bool Remind { get; set; } = true;
    }
}
