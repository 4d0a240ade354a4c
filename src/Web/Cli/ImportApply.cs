using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Cli;

/// <summary>What an import with --apply has done.</summary>
/// <param name="Path">Where it goes on in the browser.</param>
/// <param name="Accepted">Proposals beyond doubt, taken.</param>
/// <param name="Pending">Proposals left for people, by kind.</param>
internal sealed record Applied(string Path, int Accepted, IReadOnlyDictionary<string, int> Pending);

/// <summary>import --apply: keeps the notice and takes what is beyond doubt; the rest waits for people.</summary>
internal static class ImportApply
{
    /// <exception cref="Refusal">There is no such account, or it may not import.</exception>
    public static async Task<Applied> As(string? login, ReadNotice read, Settings settings, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(login))
            throw new Refusal("请用 --as 写明以哪个账号导入，例如：import 通知.txt --apply --as wangmin");
        settings.MakeDataFolder();
        var database = new Database(settings.Store);
        await Migrator.Migrate(database, time);
        var person = await PersonOf(database, login);
        var known = await KnownTo(database, person, time);
        read = ReadNotice.From(read.FileName, read.Source, time, known);
        var (row, proposals) = NoticeProposals.Of(read, known);
        var command = new ImportNotice(row, proposals, TakeUndoubted: true);
        var target = new Target.New(CaseKind.Notice, read.Title);
        var done = await Shipped.Steps(database, time, Calendars.Load(settings)).Act(person, target, command);
        var pending = proposals
            .Where(proposal => proposal.Doubt is not null)
            .GroupBy(proposal => proposal.Kind)
            .ToDictionary(group => ProposalWords.Label(group.Key), group => group.Count());
        return new($"/notices/{done.CaseId}", proposals.Count(proposal => proposal.Doubt is null), pending);
    }

    private static async Task<Known> KnownTo(Database database, Person person, TimeProvider time)
    {
        await using var session = await database.Read();
        return await Known.Read(session, person.Unit, Moment.DayInChina(time.GetUtcNow()));
    }

    private static async Task<Person> PersonOf(Database database, string login)
    {
        await using var session = await database.Read();
        const string find = "select * from account where login = @login and disabled_at is null";
        var account = await session.One<AccountRow>(find, new { login = login.Trim().ToLowerInvariant() });
        return account?.AsPerson()
            ?? throw new Refusal($"没有可用的账号“{login}”。请核对登录名；还没有账号的，先启动服务完成首次设置。");
    }
}
