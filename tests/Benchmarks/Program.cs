using JointMeeting.Benchmarks;

// Every figure is min, median and max over five rounds of one run; sides that are compared take turns.
// A name limits it to the benchmarks whose name contains it.
(string Name, Func<Task> Run)[] all =
[
    ("advance", Advances.Run),
    ("steps", StepsAgainstHand.Run),
    ("round", GrowingRounds.Run),
    ("cases", ManyCases.Run),
    ("timers", DueAtOnce.Run),
    ("bulk", BulkAssignment.Run),
    ("plans", LargePlans.Run),
];
foreach (
    var (_, run) in all.Where(b => args.Length == 0 || args.Any(a => b.Name.Contains(a, StringComparison.Ordinal)))
)
{
    await run();
    Console.WriteLine();
}
