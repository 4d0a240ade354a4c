using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Principals;
using JointMeeting.Workflows.House.StandIns;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Stores;

public sealed class PrincipalHeadOnSqlite : PrincipalHeadTests<Sqlite>;

public sealed class PrincipalHeadOnPostgres : PrincipalHeadTests<Postgres>;

/// <summary>主要负责人签发: where the rules ask for the principal head of the unit, no other head's signature counts.</summary>
public abstract class PrincipalHeadTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private static readonly AnswerDraft Sign = new("sign");
    private static readonly Workflows.Upload Page = new("签字页.jpg", "image/jpeg", [1]);

    [Fact]
    public async Task An_ordinary_reply_is_signed_by_any_head()
    {
        var (id, sign) = await Submitted();
        await World.Act(City.Deputy, id, sign);
        Assert.NotNull((await World.Look(id)).OpenVisit("signedOff"));
    }

    [Theory]
    [InlineData("ZJ-NPC", false)]
    [InlineData("npc", true)]
    public async Task Another_heads_signature_is_refused_where_the_locality_or_a_key_item_asks_for_the_principal_one(
        string rules,
        bool key
    )
    {
        var (id, sign) = await Submitted(City.New(isKey: key) with { Rules = rules });
        await Refused("请转请主要负责人签发", City.Deputy, id, sign);
        await World.Act(City.Head, id, sign);
        Assert.NotNull((await World.Look(id)).OpenVisit("signedOff"));
    }

    [Fact]
    public async Task Once_the_unit_names_another_principal_head_he_signs_what_waits_already()
    {
        var (id, sign) = await Submitted(City.New(isKey: true));
        var host = City.Liaison(World.Education);
        await Refused("“单位负责人”角色", host, World.House, new SetPrincipal(host.Id));
        await Refused("本单位在用的账号", City.Liaison(World.Finance), World.House, new SetPrincipal(City.Deputy.Id));
        await World.Act(host, World.House, new SetPrincipal(null));
        await Refused("还没有确定主要负责人", City.Head, id, sign);
        await World.Act(host, World.House, new SetPrincipal(City.Deputy.Id));
        await Refused("没有改动", host, World.House, new SetPrincipal(City.Deputy.Id));
        await Refused("请转请主要负责人签发", City.Head, id, sign);
        await World.Act(City.Deputy, id, sign);
        Assert.Contains(await Timeline(World.House), line => line.Contains("确定主要负责人：齐副局长"));
    }

    [Fact]
    public async Task Who_stands_in_for_the_principal_head_signs_only_where_the_rules_let_him_delegate()
    {
        await StandIn(StandInKind.Absence);
        var (strict, refused) = await Submitted(City.New() with { Rules = "ZJ-NPC" });
        await Refused("不允许代签", City.Deputy, strict, refused);
        var (open, allowed) = await Submitted(City.New() with { Rules = "PRINCIPAL-SIGNS" });
        await World.Act(City.Deputy, open, allowed);
        Assert.Equal("郑局长", (await World.Look(open)).AnswerTo(allowed.AskId)!.DeputyFor);
        Assert.Contains(await Timeline(open), line => line.Contains("齐副局长代郑局长"));
    }

    /// <summary>工作移交: the one who took over signs in his own right.</summary>
    [Fact]
    public async Task Who_took_over_from_the_principal_head_signs_as_he_did()
    {
        await StandIn(StandInKind.HandOver);
        var (id, sign) = await Submitted(City.New() with { Rules = "ZJ-NPC" });
        await World.Act(City.Deputy, id, sign);
        Assert.Null((await World.Look(id)).AnswerTo(sign.AskId)!.DeputyFor);
    }

    [Fact]
    public async Task A_signature_on_paper_is_recorded_only_where_it_is_the_principal_heads()
    {
        var (id, sign) = await Submitted(City.New(isKey: true));
        RecordAnswer From(string who) => new(sign.AskId, Sign, new RecordedFrom(who, "纸质", World.Clock.Now), [Page]);
        await Refused("不是其本人", City.Government, id, From("齐副局长"));
        await World.Act(City.Government, id, From("郑局长"));
        Assert.Equal(AnswerOrigin.Recorded, (await World.Look(id)).AnswerTo(sign.AskId)!.Origin);
    }

    private async Task<(string Id, AnswerAsk Sign)> Submitted(NewItem? item = null)
    {
        var id = await City.Handled(item);
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(CaseKind.Suggestion));
        if ((await World.Look(id)).OpenVisit("officeReview") is not null)
        {
            var review = (await World.Ask(id, WorldOfProposals.GovernmentUnit, ItemVocabulary.ReplyReview.Id)).Id;
            await World.Act(City.Government, id, new AnswerAsk(review, new("pass")));
        }
        return (id, new AnswerAsk((await World.Ask(id, World.Education, ItemVocabulary.ReplySign.Id)).Id, Sign));
    }

    private Task StandIn(StandInKind kind) =>
        World.Act(
            City.Liaison(World.Education),
            World.House,
            new SetStandIn(
                City.Head.Id,
                City.Deputy.Id,
                kind,
                StandInScope.All,
                null,
                new DateOnly(2026, 3, 1),
                null,
                kind == StandInKind.Absence ? "出差" : "调离"
            )
        );
}
