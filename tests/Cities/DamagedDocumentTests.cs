using System.Collections.Concurrent;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Cities;

/// <summary>Whatever happened to a document on its way, it is read or refused with advice, and what was stored before stays.</summary>
public sealed class DamagedDocumentTests
{
    [Fact]
    public void A_thousand_damaged_documents_are_read_or_refused_with_advice()
    {
        var failures = new ConcurrentBag<string>();
        var read = 0;
        Parallel.For(
            0,
            1000,
            number =>
            {
                try
                {
                    var (bytes, name) = Damaging.Make(number);
                    if (Read(bytes, name) is { } notice && NoticeJson.Write(notice.Notice).Length > 0)
                        Interlocked.Increment(ref read);
                }
                catch (Exception crash)
                {
                    failures.Add($"{number}: {crash.GetType().Name} {crash.Message}\n{crash.StackTrace}");
                }
            }
        );
        Assert.Empty(failures.Order().Take(5));
        Assert.InRange(read, 500, 1000);
    }

    [Fact]
    public async Task Importing_damaged_documents_changes_nothing_that_was_stored_before()
    {
        await using var world = await World.Make(await TestDatabase.Sqlite());
        var before = (await world.Dump()).Split('\n');
        var imported = 0;
        for (var number = 0; number < 120; number++)
        {
            var (bytes, name) = Damaging.Make(number);
            if (Read(bytes, name) is not { } notice)
                continue;
            var (row, proposals) = NoticeProposals.Of(notice, Known.Nothing);
            var target = new Target.New(CaseKind.Notice, notice.Title);
            await world.Steps.Act(world.Clerk, target, new ImportNotice(row, proposals, TakeUndoubted: true));
            imported++;
        }
        Assert.InRange(imported, 60, 120);
        Assert.Empty(before.Except((await world.Dump()).Split('\n')));
        Assert.True((await world.Verify()).Holds);
    }

    /// <returns>Null where the file is refused; the refusal says what to do.</returns>
    private static ReadNotice? Read(byte[] bytes, string name)
    {
        try
        {
            return ReadNotice.From(name, ReadAny.Read(bytes, name), TimeProvider.System);
        }
        catch (ImportRefusedException refused)
        {
            Assert.Contains("请", refused.Message);
            return null;
        }
    }
}
