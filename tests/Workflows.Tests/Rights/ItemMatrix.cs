using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Tests.Rights;

/// <summary>What each role may do at each step of a suggestion or proposal; what is not here is refused.</summary>
internal static class ItemMatrix
{
    private const string Receiving = "amendItem markUploaded";

    private static readonly Dictionary<string, string> Government = new(StringComparer.Ordinal)
    {
        ["historical"] = "judgeHistorical",
        ["registered"] = "mergeItem preAssign assignItem",
        ["preassigning"] = "mergeItem assignItem",
        ["assigned"] = "ruleReturn",
        ["handling"] = "ruleReturn ruleExtension",
        ["officeReview"] = "ruleReturn",
        ["signing"] = "ruleReturn",
        ["signedOff"] = "ruleReturn",
        ["replied"] = "lookBack",
        ["escalated"] = "decideEscalation",
        ["following"] = "lookBack closeItem",
        ["divided"] = "closeItem",
    };

    private static readonly Dictionary<string, string> Counterpart = new(StringComparer.Ordinal)
    {
        ["registered"] = "mergeItem withdrawItem",
        ["preassigning"] = "mergeItem withdrawItem",
        ["assigned"] = "withdrawItem",
        ["handling"] = "withdrawItem",
        ["officeReview"] = "withdrawItem",
        ["signing"] = "withdrawItem",
        ["signedOff"] = "withdrawItem",
        ["replied"] = "enterFeedback correctFeedback makeLink releaseFeedback lookBack",
        ["escalated"] = "decideEscalation",
        ["following"] = "lookBack",
    };

    private static readonly Dictionary<string, string> Host = new(StringComparer.Ordinal)
    {
        ["assigned"] = "requestReturn passToSection logContact sendBackOpinion",
        ["handling"] =
            "requestReturn passToSection logContact sendBackOpinion openItemDisagreement requestExtension saveReply submitReply",
        ["officeReview"] = "logContact",
        ["signing"] = "logContact",
        ["signedOff"] = "logContact sendReply",
        ["replied"] = "logContact",
        ["following"] = "logContact upgradeClass",
    };

    /// <summary>The roles that act for the unit that answers, or assists where <paramref name="assists"/>.</summary>
    public static string Expected(Role role, string kind, string step, bool assists = false)
    {
        var counterpart = kind == "proposal" ? Role.CppccOffice : Role.CongressOffice;
        return role switch
        {
            Role.GovernmentOffice =>
                $"{Government.GetValueOrDefault(step)} {Receiving} {(step == "submitted" ? "mergeItem" : "")} pause urge extend revokeExtension sendCopy moveVersion switchFlow",
            _ when role == counterpart =>
                $"{Counterpart.GetValueOrDefault(step)} {OnlyAtTheStart(kind, step)} {Receiving}",
            Role.Liaison or Role.Head when assists => Assisting(step),
            Role.Liaison or Role.Head => Host.GetValueOrDefault(step, ""),
            Role.System => step == "replied" ? "giveFeedback recount handToSuccessors" : "recount handToSuccessors",
            _ => "",
        };
    }

    private static string OnlyAtTheStart(string kind, string step) =>
        (kind, step) switch
        {
            ("suggestion", "registered") => "notAccept",
            ("proposal", "submitted") => "fileProposal notAccept mergeItem withdrawItem",
            _ => "",
        };

    private static string Assisting(string step) =>
        string.Join(
            ' ',
            Host.GetValueOrDefault(step, "")
                .Split(' ')
                .Where(a => a is "requestReturn" or "passToSection" or "logContact")
        );
}
