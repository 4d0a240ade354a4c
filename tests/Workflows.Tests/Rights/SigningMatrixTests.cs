using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using Rule = JointMeeting.Domain.Rights.Rights;

namespace JointMeeting.Workflows.Tests.Rights;

/// <summary>Who of the answering unit may sign a reply: every kind of person times everything the rules may ask for.</summary>
public class SigningMatrixTests
{
    private const string Yes = "可以";
    private const string InPerson = "不允许代签";
    private const string TheOther = "须由本单位主要负责人";
    private const string NoHead = "单位负责人本人";

    /// <summary>Who, and what each of any head, the principal head, and he or who stands in for him makes of it.</summary>
    [Theory]
    [InlineData("principal", Yes, Yes, Yes)]
    [InlineData("deputy", Yes, TheOther, TheOther)]
    [InlineData("standIn", Yes, InPerson, Yes)]
    [InlineData("liaison", NoHead, NoHead, NoHead)]
    [InlineData("liaisonStandIn", NoHead, NoHead, NoHead)]
    [InlineData("government", "其他单位", "其他单位", "其他单位")]
    [InlineData("otherPrincipal", "其他单位", "其他单位", "其他单位")]
    public void A_reply_is_signed_by_whom_the_rules_name(string who, string anyHead, string principal, string orStandIn)
    {
        Expect(anyHead, who, SigningHead.Any);
        Expect(principal, who, SigningHead.Principal);
        Expect(orStandIn, who, SigningHead.PrincipalOrStandIn);
    }

    [Theory]
    [InlineData(SigningHead.Principal)]
    [InlineData(SigningHead.PrincipalOrStandIn)]
    public void Where_no_principal_head_is_named_nobody_signs_and_the_refusal_says_what_to_do(SigningHead signing) =>
        Assert.Contains(
            "还没有确定主要负责人。请先在“本单位设置”中确定",
            Rule.For(Someone("deputy"), Facts(signing, holder: null)).ToAnswer("s").Reason
        );

    /// <summary>A signature is the head's own act: no rule lets the unit hand it to another.</summary>
    [Theory]
    [InlineData(SigningHead.Any)]
    [InlineData(SigningHead.PrincipalOrStandIn)]
    public void A_signature_is_not_handed_to_another_unit(SigningHead signing) =>
        Assert.Contains("不能委托", Rule.For(Someone("principal"), Facts(signing, "principal")).ToDelegate("s").Reason);

    private static void Expect(string expected, string who, SigningHead signing)
    {
        var permission = Rule.For(Someone(who), Facts(signing, "principal")).ToAnswer("s");
        Assert.True(permission.IsAllowed == (expected == Yes), $"{who} {signing}: {permission.Reason}");
        if (expected != Yes)
            Assert.Contains(expected, permission.Reason);
    }

    private static CaseFacts Facts(SigningHead signing, string? holder) =>
        new(
            "c",
            CaseKind.Suggestion,
            "某建议",
            "office",
            Closed: false,
            [new("signing", "签发")],
            [
                new AskFact(
                    "s",
                    "unit",
                    holder,
                    ItemVocabulary.ReplySign.Id,
                    AskState.Open,
                    MayBeRevised: true,
                    ForSeat: false,
                    ["standIn", "liaisonStandIn"],
                    Signing: signing
                ),
            ],
            new HashSet<string> { "unit" }
        );

    private static Person Someone(string who) =>
        who switch
        {
            "liaison" or "liaisonStandIn" => new(who, "某人", "unit", new HashSet<Role> { Role.Liaison }),
            "government" => new(who, "某人", "office", new HashSet<Role> { Role.GovernmentOffice }),
            "otherPrincipal" => new(who, "某人", "elsewhere", new HashSet<Role> { Role.Head }),
            _ => new(who, "某人", "unit", new HashSet<Role> { Role.Head }),
        };
}
