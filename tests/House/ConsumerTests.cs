using System.Text.RegularExpressions;

namespace JointMeeting.House;

public sealed class ConsumerTests
{
    private static readonly Regex Consume = new(
        @"^[^\n/]*\bTask\s+Consume\s*\(\s*ConsumeContext<",
        RegexOptions.Multiline | RegexOptions.NonBacktracking
    );

    [Fact]
    public void A_consumer_has_at_most_15_lines() =>
        Sources.AssertNone(
            "A consumer that does more than call a step",
            from source in Sources.Below("src", ".cs")
            from lines in ConsumerLines(source.Text)
            where lines > 15
            select $"{source.Path}: {lines} lines"
        );

    [Fact]
    public void The_lines_of_a_consumer_are_counted_to_its_closing_brace()
    {
        const string code = """
            public async Task Consume(ConsumeContext<Asked> context)
            {
                if (true) { }
            }

            public Task Consume(ConsumeContext<Told> context) =>
                steps.Act();

            private void Other() { }
            """;
        Assert.Equal([4, 2], ConsumerLines(code));
    }

    private static IEnumerable<int> ConsumerLines(string code) =>
        Consume
            .Matches(code)
            .Select(match => 1 + code[match.Index..EndOfMethod(code, match.Index)].Count(c => c == '\n'));

    /// <summary>The end of the outermost braces, or the semicolon of a method that is one expression.</summary>
    private static int EndOfMethod(string code, int start)
    {
        var depth = 0;
        for (var i = start; i < code.Length; i++)
        {
            depth += code[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0 && code[i] is '}' or ';' && depth == 0)
            {
                return i;
            }
        }

        return code.Length;
    }
}
