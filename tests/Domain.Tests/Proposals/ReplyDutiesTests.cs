using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class ReplyDutiesTests
{
    private static Signer S(string id, string item, bool lead = false, bool forwarded = false) =>
        new(id, item, $"代表{id}", lead, forwarded);

    [Fact]
    public void Every_signer_of_a_merged_item_gets_an_own_reply()
    {
        var signers = new[] { S("1", "甲", lead: true), S("2", "甲"), S("3", "乙", lead: true), S("4", "乙") };
        Assert.Equal(signers, ReplyDuties.Recipients(signers));
    }

    [Fact]
    public void Who_agreed_that_the_lead_signer_forwards_it_gets_none()
    {
        var signers = new[] { S("1", "甲", lead: true), S("2", "甲", forwarded: true) };
        Assert.Equal(["1"], ReplyDuties.Recipients(signers).Select(s => s.Id));
    }

    [Fact]
    public void Without_a_lead_signer_nobody_forwards_anything() =>
        Assert.Single(ReplyDuties.Recipients([S("2", "甲", forwarded: true)]));

    /// <summary>Whatever is merged into whatever, no item is left without a reply.</summary>
    [Fact]
    public void However_items_are_merged_every_item_has_a_recipient()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var signers = Enumerable
                .Range(0, random.Next(1, 30))
                .Select(i => S($"{i}", $"件{random.Next(6)}", random.Next(3) == 0, random.Next(2) == 0))
                .ToList();
            var reached = ReplyDuties.Recipients(signers).Select(s => s.Item).ToHashSet(StringComparer.Ordinal);
            Assert.True(reached.SetEquals(signers.Select(s => s.Item)));
            Assert.All(
                signers.Where(s => !s.ForwardedByLead),
                s => Assert.Contains(s, ReplyDuties.Recipients(signers))
            );
        }
    }

    [Fact]
    public void An_item_is_merged_into_another_of_the_same_side_that_stands_itself()
    {
        const ItemKind suggestion = ItemKind.Suggestion;
        Assert.Null(MergeRule.Refusal("1", "2", suggestion, ItemKind.MotionAsSuggestion, false));
        Assert.Contains("自身", MergeRule.Refusal("1", "1", suggestion, suggestion, false));
        Assert.Contains("不能并案", MergeRule.Refusal("1", "2", suggestion, ItemKind.Proposal, false));
        Assert.Contains("主件", MergeRule.Refusal("1", "2", suggestion, suggestion, true));
    }
}
