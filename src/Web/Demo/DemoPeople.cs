using JointMeeting.Domain.Rights;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.Demo;

/// <summary>A sign-in of the demo, printed once.</summary>
public sealed record DemoSignIn(string Unit, string Name, string Login, string Password, string Roles);

/// <summary>The fictional people of the demo; every password is new each time.</summary>
public sealed class DemoPeople(IPasswordHasher<AccountRow> hasher)
{
    private readonly List<DemoSignIn> _made = [];

    /// <summary>What to print.</summary>
    public IReadOnlyList<DemoSignIn> Made => _made;

    /// <summary>系统管理员.</summary>
    public NewAccount Administrator() => New(null, "管理员", "admin", Role.Administrator);

    /// <summary>The clerk of the office, in the lead bureau.</summary>
    public NewAccount Clerk() => New("市人社局", "林疏桐", "lianban", Role.OfficeClerk);

    /// <summary>Everybody else: the convenor, an auditor, a liaison officer for each unit.</summary>
    public IReadOnlyList<NewAccount> Others() =>
        [
            New(null, "审计员", "audit", Role.Auditor),
            New("市人民政府", "陆明", "luming", Role.Head, isPrincipal: true),
            New("市人民政府", "秦若溪", "zhengfu", Role.Liaison),
            New("市人社局", "许知微", "renshe", Role.Liaison),
            New("市人社局", "陶然亭", "renshehead", Role.Head, isPrincipal: true),
            New("市政府办公室", "池映舟", "zhengban", Role.GovernmentOffice),
            New("市人大常委会代表工委", "穆清和", "daigong", Role.CongressOffice),
            New("市政协提案委", "谢临川", "tian", Role.CppccOffice),
            New("市发改委", "顾言", "fagai", Role.Liaison),
            New("市人大常委会代表工委", "岳听澜", "daigong2", Role.CongressOffice),
            New("市教育局", "何叙白", "jiaoyu", Role.Liaison),
            New("市教育局", "宋怀瑾", "jiaoyuhead", Role.Head, isPrincipal: true),
            New("市经信局", "方岑", "jingxin", Role.Liaison),
            New("市财政局", "温如璋", "caizheng", Role.Liaison),
            New("市财政局", "沈砚秋", "caizhenghead", Role.Head, isPrincipal: true),
            New("市农业农村局", "叶棠", "nongye", Role.Liaison),
            New("市退役军人局", "罗既明", "tuiyi", Role.Liaison),
            New("市审计局", "江澈", "shenji", Role.Liaison),
            New("市统计局", "苏映雪", "tongji", Role.Liaison),
            New("市总工会", "石楠", "gonghui", Role.Liaison),
            New("市妇联", "白露", "fulian", Role.Liaison),
            New("市残联", "邵闻笛", "canlian", Role.Liaison),
            New("云溪职业技术学院", "程砚", "xueyuan", Role.Liaison),
        ];

    private NewAccount New(string? unit, string name, string login, Role role, bool isPrincipal = false)
    {
        var password = Passwords.Generate();
        _made.Add(new DemoSignIn(unit ?? "—", name, login, password, Person.LabelOf(role)));
        var hash = hasher.HashPassword(null!, password);
        return new NewAccount(login, name, unit, new HashSet<Role> { role }, hash, isPrincipal);
    }
}
