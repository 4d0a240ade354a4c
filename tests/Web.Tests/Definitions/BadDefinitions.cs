using JointMeeting.Workflows.Tests.Flow;

namespace JointMeeting.Web.Tests.Definitions;

/// <summary>
/// Definition files that some engine would take, drop, hang on or run twice, each with the node that the answer must name.
/// Each shape has a test of its own beside the reader; here they come in by the doors that people use.
/// </summary>
internal static class BadDefinitions
{
    /// <summary>Shape, node, file.</summary>
    public static IReadOnlyList<(string Shape, string Node, string Json)> All { get; } =
    [
        ("two outcomes into one join", "both", Fork("a yes no").Edges("a yes both", "a no both").Json),
        (
            "a decision straight into a join",
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Decision("a", "rule")
                .Step("b", "done")
                .Join("both")
                .End("end")
                .Edges("split left a", "split right b", "a True both", "a False both", "b done both", "both Done end")
                .Json
        ),
        ("an edge out of a fork", "before", Fork("a done back").Edges("a done both", "a back before").Json),
        ("a join that waits for any", "both", Fork("a done", "WaitAny").Edges("a done both").Json),
        (
            "a join without a mode",
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Add("both", "Elsa.FlowJoin")
                .End("end")
                .Edges("split left both", "split right both", "both Done end")
                .Json
        ),
        (
            "branches that meet without a join",
            "after",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "done")
                .Step("b", "done")
                .Step("after", "done")
                .End("end")
                .Edges("split left a", "split right b", "a done after", "b done after", "after done end")
                .Json
        ),
        ("an outcome without an edge", "a", new Draft().Step("a", "done", "lost").End("end").Edges("a done end").Json),
        ("an edge without an outcome", "a", Small.Edges("a lost end").Json),
        ("an unknown property", "end", Small.With(a => a["canStartWorkflow"] = true).Json),
        ("a connection to a missing node", "ghost", new Draft().Step("a", "done").Edges("a done ghost").Json),
        ("an unknown step", "x", Small.Add("x", "Elsa.Delay").Json),
        ("no typeName", "end", Small.With(a => a["title"]!.AsObject().Remove("typeName")).Json),
        ("an unknown expression", "end", Small.With(a => a["title"] = Draft.Input("String", "Liquid", "x")).Json),
        ("a script as condition", "x", Script().Json),
        ("a script as title", "end", Small.With(a => a["title"] = Draft.Input("String", "JavaScript", "1")).Json),
        (
            "a cycle that never waits",
            "one",
            new Draft()
                .Step("a", "done")
                .Decision("one", "rule")
                .Decision("two", "rule")
                .End("end")
                .Edges("a done one", "one True two", "one False end", "two True one", "two False end")
                .Json
        ),
        (
            "an unreachable node",
            "x",
            new Draft()
                .Step("a", "done")
                .Step("x", "done")
                .Step("y", "done")
                .End("end")
                .Edges("a done end", "x done y", "y done x")
                .Json
        ),
        ("a duplicate id", "a", Small.Step("a", "done").Json),
        ("an optional step without its outcome", "a", Asking("optional=skipped").Json),
        ("a step off that is not optional", "a", Asking("off=yes").Json),
        ("a round of no vocabulary", "a", Asking("ask=poll").Json),
        ("a policy that is none", "a", Asking("policy=most").Json),
        ("an outcome missing for passing", "a", Asking("completes=auto").Json),
        ("a huge file", "-", $"{{\"definitionId\":\"{new string('x', 600_000)}\"}}"),
        ("a file that is no JSON", "-", "会议流程"),
        ("an empty file", "-", ""),
        ("no kind of case", "-", Draft.Forked().Json),
    ];

    private static Draft Small => new Draft().Step("a", "done").End("end").Edges("a done end");

    private static Draft Asking(string input) =>
        new Draft().Asking("a", ["done"], input).End("end").Edges("a done end");

    private static Draft Script() =>
        Small.Add("x", "Elsa.FlowDecision", ("condition", Draft.Input("Boolean", "JavaScript", "1 == 1")));

    /// <summary>A fork of two branches; the first step is written as its id and outcomes.</summary>
    private static Draft Fork(string first, string mode = "WaitAll")
    {
        var parts = first.Split(' ');
        return new Draft()
            .Step("start", "done")
            .Step("before", "done")
            .Fork("split", "left", "right")
            .Step(parts[0], parts[1..])
            .Step("b", "done")
            .Join("both", mode)
            .End("end")
            .Edges("start done before", "before done split", "split left a", "split right b")
            .Edges("b done both", "both Done end");
    }
}
