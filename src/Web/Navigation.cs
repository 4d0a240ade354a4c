using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web;

/// <summary>The side navigation: what each role sees, in the order of the day's work.</summary>
public static class Navigation
{
    /// <summary>Fills the kit's options.</summary>
    public static void Fill(PageKitOptions kit)
    {
        kit.SignInPath = "/sign-in";
        kit.SignOutPath = "/sign-out";
        kit.UnitClaim = "unitName";
        bool Business(System.Security.Claims.ClaimsPrincipal p) =>
            p.IsInRole(nameof(Role.OfficeClerk)) || p.IsInRole(nameof(Role.Liaison)) || p.IsInRole(nameof(Role.Head));
        bool Receives(System.Security.Claims.ClaimsPrincipal p) =>
            p.IsInRole(nameof(Role.GovernmentOffice))
            || p.IsInRole(nameof(Role.CongressOffice))
            || p.IsInRole(nameof(Role.CppccOffice));
        bool Clerk(System.Security.Claims.ClaimsPrincipal p) => p.IsInRole(nameof(Role.OfficeClerk));
        kit.Navigation.Add(new("/", "工作台", "layout-grid", p => Business(p) || Receives(p)));
        kit.Navigation.Add(new("/notices", "来文导入", "inbox", Clerk));
        kit.Navigation.Add(new("/mechanisms", "联席会议", "users", Business));
        kit.Navigation.Add(new("/meetings", "会议与纪要", "notebook-pen", Business));
        kit.Navigation.Add(new("/plans", "方案与发文", "file-text", Business));
        kit.Navigation.Add(new("/tasks", "督办事项", "flag", Business));
        kit.Navigation.Add(new("/proposals", "建议提案", "message-square-text", p => Business(p) || Receives(p)));
        kit.Navigation.Add(new("/statistics", "统计", "chart-column", Business));
        kit.Navigation.Add(new("/unit", "本单位设置", "settings", Business));
        kit.Navigation.Add(new("/lifecycles", "流程设置", "clipboard-list", Clerk));
        kit.Navigation.Add(new("/units", "单位名录", "users", p => p.IsInRole(nameof(Role.Administrator))));
        kit.Navigation.Add(
            new("/accounts", "账号管理", "circle-user-round", p => p.IsInRole(nameof(Role.Administrator)))
        );
        kit.Navigation.Add(
            new("/audit", "留痕核验", "shield-check", p => p.IsInRole(nameof(Role.Auditor)) || Clerk(p))
        );
    }
}
