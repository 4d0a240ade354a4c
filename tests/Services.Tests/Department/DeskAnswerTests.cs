using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Department;
using JointMeeting.Services.Tests.Town;
using JointMeeting.Shared;

namespace JointMeeting.Services.Tests.Department;

public sealed class DeskAnswerTests : IAsyncLifetime
{
    private static readonly Person Liaison = new("p", "赵敏", "unit", new HashSet<Role> { Role.Liaison });
    private static readonly AnswerDraft Attend = new("attend");
    private TestDatabase _file = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await TestDatabase.Sqlite();
        var clock = new MovedClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        _desk = await Desk.Open("unit", _file.ConnectionString, clock);
        await _desk.Receive(new AskOpened("case", 1000, 0, "ask", "会议", "会议通知", "receipt", null, null));
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task An_answer_is_kept()
    {
        var id = await _desk.Answer("ask", new AnswerDraft("leave", "出差"), Liaison);
        var kept = Assert.Single(await _desk.Answers("ask"));
        Assert.Equal((id, "leave", "出差", "赵敏"), (kept.Id, kept.Value, kept.Text, kept.ByName));
    }

    [Fact]
    public async Task The_same_form_a_second_time_does_nothing()
    {
        Assert.NotNull(await _desk.Answer("ask", Attend, Liaison, "form-1"));
        Assert.Null(await _desk.Answer("ask", Attend, Liaison, "form-1"));
        Assert.Single(await _desk.Answers("ask"));
    }

    [Fact]
    public Task An_incomplete_answer_is_refused_at_once() =>
        Refused("ask", new AnswerDraft("leave"), Liaison, "须填写理由");

    [Fact]
    public Task Another_units_person_cannot_answer() =>
        Refused("ask", Attend, Liaison with { Unit = "other" }, "不是本单位人员");

    [Fact]
    public Task An_unknown_ask_cannot_be_answered() => Refused("nothing", Attend, Liaison, "没有收到");

    [Fact]
    public async Task A_withdrawn_ask_cannot_be_answered()
    {
        await _desk.Receive(new AskSettled("case", 2000, 1000, "ask", nameof(AskState.Withdrawn)));
        await Refused("ask", Attend, Liaison, "已撤回");
    }

    private async Task Refused(string ask, AnswerDraft draft, Person person, string why)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => _desk.Answer(ask, draft, person, "form-1"));
        Assert.Contains(why, refusal.Why);
        Assert.Empty(await _desk.Answers(ask));
    }
}
