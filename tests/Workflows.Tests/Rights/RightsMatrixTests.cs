using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow.Definition;
using Rule = JointMeeting.Domain.Rights.Rights;

namespace JointMeeting.Workflows.Tests.Rights;

/// <summary>Every step of every shipped lifecycle times every action: allowed, or refused with a reason.</summary>
public class RightsMatrixTests
{
    private static readonly Lifecycles Lifecycles = Lifecycles.Shipped();

    /// <summary>What the office may do, by kind and step. What is not in this table is refused to everybody.</summary>
    private static readonly Dictionary<string, string> ForTheOffice = new(StringComparer.Ordinal)
    {
        ["house/running"] = "editLifecycle importLifecycle forget",
        ["notice/review"] = "confirm found takeOver setAside",
        ["mechanism/standing"] = "convene substitute keepContacts startPlan arrangeReports stopReports",
        ["meeting/draft"] = "sendNotice rescheduleMeeting cancelMeeting",
        ["meeting/notified"] = "openSession signIn rescheduleMeeting cancelMeeting",
        ["meeting/inSession"] = "signIn closeSession",
        ["meeting/minutesDrafting"] = "saveMinutes noteMinutesCoverage circulate",
        ["meeting/countersigning"] = "proceedToSignature return",
        ["meeting/awaitingSignature"] = "return",
        ["meeting/signed"] = "issue return",
        ["meeting/supervising"] = "closeMeeting",
        ["task/historical"] = "judgeHistorical",
        ["task/assigned"] = "reassign reachMilestone",
        ["task/inProgress"] = "reachMilestone",
        ["task/verifying"] = "reachMilestone",
        ["report/collecting"] = "closeReport",
        ["plan/drafting"] = "savePlan arrangePlan sendForOpinions withdrawPlan",
        ["plan/consulting"] = "closeConsultation decideOpinions openDisagreement return",
        ["plan/revising"] =
            "savePlan arrangePlan sendForOpinions decideOpinions sendAdoption finishDraft sendAgain openDisagreement withdrawPlan",
        ["plan/publicComment"] = "recordCheck return",
        ["plan/legality"] = "recordCheck return",
        ["plan/fairCompetition"] = "recordCheck return",
        ["plan/countersigning"] = "proceedPastRulings challengeMarking openDisagreement return",
        ["plan/deliberating"] = "challengeMarking openDisagreement recordDeliberation return",
        ["plan/signing"] = "challengeMarking return",
        ["plan/numbering"] = "issuePlan return",
        ["plan/issued"] = "voidNumber uploadFinal fileOriginal registerCopy noteCoverage decomposePlan",
        ["plan/implementing"] = "uploadFinal fileOriginal registerCopy amendPlan replacePlan endPlan repealPlan",
        ["disagreement/negotiation"] = "escalate recordRemoval",
        ["disagreement/heads"] = "escalate recordRemoval",
        ["disagreement/office"] = "escalate recordAgreement recordRemoval",
        ["disagreement/deputy"] = "escalate recordAgreement recordRemoval",
        ["disagreement/leader"] = "recordAgreement recordRemoval",
    };

    /// <summary>What anyone of a unit that the case concerns may do.</summary>
    private static readonly Dictionary<string, string> ForTheUnits = new(StringComparer.Ordinal)
    {
        ["task/assigned"] = "reachMilestone",
        ["task/inProgress"] = "reachMilestone",
        ["task/verifying"] = "reachMilestone",
        ["plan/countersigning"] = "challengeMarking",
        ["plan/deliberating"] = "challengeMarking",
        ["plan/signing"] = "challengeMarking",
        ["plan/issued"] = "registerCopy",
        ["plan/implementing"] = "registerCopy",
    };

    /// <summary>What the office may do to any case that runs, whatever step it is at.</summary>
    private const string Steering =
        "pause addAskee removeAskee replaceAskee urge extend revokeExtension sendCopy moveVersion switchFlow";

    private static readonly Dictionary<string, string> ForTheAdministrator = new(StringComparer.Ordinal)
    {
        ["house/running"] = "createAccount disableAccount resetPassword abolishUnit",
    };

    [Theory]
    [InlineData(Role.OfficeClerk)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Liaison)]
    [InlineData(Role.Head)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.System)]
    [InlineData(Role.GovernmentOffice)]
    [InlineData(Role.CongressOffice)]
    [InlineData(Role.CppccOffice)]
    public void An_action_is_allowed_where_the_table_says_so_and_else_refused_with_a_reason(Role role)
    {
        var person = new Person("p", "某人", "office", new HashSet<Role> { role });
        var (allowed, refused) = (0, 0);
        foreach (var (kind, step) in EveryStep())
        foreach (var action in Actions.All)
        {
            var expected = IsFor(action, kind) && Expected(role, kind, step.Id).Contains(action.Id);
            var permission = Rule.For(person, At(kind, step)).To(action);
            Assert.True(expected == permission.IsAllowed, $"{role} {kind}/{step.Id} {action.Id}: {permission.Reason}");
            if (!permission.IsAllowed)
                Assert.True(
                    permission.Reason!.Length > 5 && permission.Reason.Contains(action.Label, StringComparison.Ordinal)
                );
            (allowed, refused) = permission.IsAllowed ? (allowed + 1, refused) : (allowed, refused + 1);
        }
        Assert.Equal(EveryStep().Sum(s => Expected(role, s.Kind, s.Step.Id).Count), allowed);
        Assert.Equal(EveryStep().Count() * Actions.All.Count - allowed, refused);
    }

    [Fact]
    public void The_office_of_another_case_may_do_nothing_to_it()
    {
        var other = new Person("p", "某人", "elsewhere", new HashSet<Role> { Role.OfficeClerk });
        foreach (var (kind, step) in EveryStep().Where(s => s.Kind != "house"))
            Assert.All(Actions.All, a => Assert.False(Rule.For(other, At(kind, step)).To(a).IsAllowed));
    }

    /// <summary>A paused case is resumed, or a task on it ended; everything else says why it must wait.</summary>
    [Fact]
    public void A_paused_case_allows_nothing_but_going_on_or_ending()
    {
        var clerk = new Person("p", "某人", "office", new HashSet<Role> { Role.OfficeClerk });
        foreach (var (kind, step) in EveryStep().Where(s => s.Kind is not ("house" or "suggestion" or "proposal")))
        {
            var rights = Rule.For(clerk, At(kind, step) with { Paused = "等待上级批复" });
            var allowed = rights.All().Where(a => a.Permission.IsAllowed).Select(a => a.Action.Id);
            Assert.Equal(kind == "task" ? ["cancelTask", "resume"] : ["resume"], allowed.Order());
            Assert.Contains(rights.All(), a => a.Permission.Reason?.Contains("等待上级批复") is true);
        }
    }

    [Fact]
    public void A_closed_case_allows_nothing_to_anybody()
    {
        foreach (var role in Enum.GetValues<Role>())
        foreach (var (kind, step) in EveryStep())
        {
            var rights = Rule.For(
                new("p", "某人", "office", new HashSet<Role> { role }),
                At(kind, step) with
                {
                    Closed = true,
                }
            );
            Assert.All(Actions.All, a => Assert.NotEmpty(rights.To(a).Reason!));
        }
    }

    /// <summary>Only these open a case, each by its own doer.</summary>
    [Fact]
    public void Before_a_case_is_there_only_what_opens_it_is_allowed()
    {
        foreach (var kind in Enum.GetValues<CaseKind>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var fresh = new CaseFacts("c", kind, "新事项", null, false, [], [], new HashSet<string>());
            var rights = Rule.For(new("p", "某人", "office", new HashSet<Role> { role }), fresh);
            var expected = (kind, role) switch
            {
                (CaseKind.House, Role.System) => new[] { "setUp" },
                (CaseKind.Notice, Role.OfficeClerk) => ["import"],
                (CaseKind.Suggestion, Role.GovernmentOffice or Role.CongressOffice) => ["registerItem"],
                (CaseKind.Proposal, Role.GovernmentOffice or Role.CppccOffice) => ["registerItem"],
                _ => [],
            };
            Assert.Equal(expected, Actions.All.Where(a => rights.To(a).IsAllowed).Select(a => a.Id));
        }
    }

    /// <summary>协办单位不直接答复: of all acts it has only those that do not answer the signer.</summary>
    [Fact]
    public void A_co_handler_may_only_log_contacts_and_ask_to_return()
    {
        var assistant = new Person("p", "某人", "assistant", new HashSet<Role> { Role.Liaison });
        foreach (var (kind, step) in EveryStep().Where(s => s.Kind is "suggestion" or "proposal"))
        {
            var rights = Rule.For(assistant, At(kind, step));
            var expected = ItemMatrix.Expected(Role.Liaison, kind, step.Id, assists: true);
            Assert.Equal(
                expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
                Actions.All.Where(a => rights.To(a).IsAllowed).Select(a => a.Id).Order()
            );
        }
    }

    private static IReadOnlyList<string> Expected(Role role, string kind, string step)
    {
        var own = role switch
        {
            Role.OfficeClerk => ForTheOffice,
            Role.Administrator => ForTheAdministrator,
            // Whoever does business for a unit that a plan concerns, whatever the role.
            Role.Liaison or Role.Head or Role.GovernmentOffice or Role.CongressOffice or Role.CppccOffice =>
                ForTheUnits,
            _ => new Dictionary<string, string>(StringComparer.Ordinal),
        };
        if (kind is "suggestion" or "proposal")
            return ItemMatrix.Expected(role, kind, step).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var always = (role, kind) switch
        {
            (Role.OfficeClerk or Role.Liaison or Role.Head, "house") =>
                "setStandIn endStandIn setInnerChain setPrincipal makeAccessKey endAccessKey",
            (Role.GovernmentOffice or Role.CongressOffice or Role.CppccOffice, "house") =>
                "setStandIn endStandIn setInnerChain setPrincipal startBulk setDuties exportItems makeAccessKey endAccessKey",
            (Role.OfficeClerk, "task") => Steering + " cancelTask",
            (Role.OfficeClerk, _) => Steering,
            (Role.System, not "house") => "recount handToSuccessors",
            _ => "",
        };
        var all = $"{own.GetValueOrDefault($"{kind}/{step}", "")} {always}";
        return all.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsFor(CaseAction action, string kind) =>
        action.IsFor(Enum.Parse<CaseKind>(kind, ignoreCase: true));

    private static IEnumerable<(string Kind, Node.Step Step)> EveryStep() =>
        from lifecycle in Lifecycles.All
        from step in lifecycle.Nodes.Values.OfType<Node.Step>()
        select (lifecycle.Id, step);

    private static CaseFacts At(string kind, Node.Step step) =>
        new(
            "c",
            Enum.Parse<CaseKind>(kind, ignoreCase: true),
            "某事项",
            "office",
            Closed: false,
            [new(step.Id, step.Title, step.MayReturnTo)],
            [],
            new HashSet<string> { "office" }
        )
        {
            Handling = kind is "suggestion" or "proposal"
                ? new("office", new HashSet<string> { "office" }, new HashSet<string> { "assistant" })
                : null,
        };
}
