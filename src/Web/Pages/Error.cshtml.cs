using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages;

/// <summary>What went wrong and what to do. A failed post is run again into this page, hence no form check.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>Sent here by the sign-in (403), the page answers with that code too, for whoever reads codes only.</summary>
    public void OnGet()
    {
        if (Code is >= 400 and < 600 && Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = Code;
    }

    public string Trace => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public string Title => Words.Title;
    public string What => Words.What;
    public string Next => Words.Next;

    private (string Title, string What, string Next) Words =>
        Code switch
        {
            400 => (
                "这次提交没有成功",
                "页面打开得太久，或内容不完整，没有写入任何数据。",
                "请返回上一页，刷新后重新提交；文字较多时请先复制出来。"
            ),
            403 => (
                "没有办理权限",
                "您的账号不能查看或办理这项内容。",
                "请确认登录的是承办本事项的账号；确需办理的，请联系联席会议办公室开通。"
            ),
            404 => ("没有找到这个页面", "地址有误，或事项已经移动、撤销。", "请核对地址，或从首页的列表重新进入。"),
            413 => ("文件太大", "一次上传的文件合计超过 20 MB，没有保存。", "请返回上一页，压缩或拆分文件后重新上传。"),
            429 => (
                "尝试得太频繁",
                "同一网络地址一分钟内尝试的次数过多，这一次没有处理。",
                "请等一分钟再试；多人共用一个网络出口、经常遇到的，请系统管理员调高次数。"
            ),
            < 500 => ("这次操作没有完成", "系统没有接受这个请求，没有写入任何数据。", "请返回上一页，刷新后再试。"),
            _ => (
                "系统出现问题",
                "这次操作没有完成，系统已记录。",
                "请稍后再试；仍不成功的，请把下面的编号告诉系统管理员。"
            ),
        };
}
