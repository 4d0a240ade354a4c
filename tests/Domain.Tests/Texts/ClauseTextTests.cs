using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Domain.Tests.Texts;

public class ClauseTextTests
{
    private static readonly ClauseText Clause = new(
        "建成停车场 3 处",
        ["u1"],
        ["u2", "u3"],
        new("2026年6月底前", DeadlineKind.By, new DateOnly(2026, 6, 30), null)
    );

    /// <summary>Each field by hand: four bytes of length, then the bytes.</summary>
    [Fact]
    public void The_hash_is_over_length_prefixed_fields_in_their_order()
    {
        using var bytes = new MemoryStream();
        foreach (
            var field in (string[])["jm-clause-v1", "建成停车场 3 处", "1", "u1", "2", "u2", "u3", "By|2026-06-30"]
        )
        {
            var text = Encoding.UTF8.GetBytes(field);
            bytes.Write([0, 0, 0, (byte)text.Length]);
            bytes.Write(text);
        }
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())), Clause.Hash());
    }

    /// <summary>Stored hashes must be found again by every later version of the program.</summary>
    [Fact]
    public void The_hash_of_a_known_clause_never_changes() =>
        Assert.Equal("47918e0dd8ac713384296f17fe377157d08086a8c7754e16287077f916229f0d", Clause.Hash());

    [Theory]
    [InlineData("建成停车场  3 处")]
    [InlineData(" 建成停车场\n3\t处 ")]
    [InlineData("建成停车场　3　处")]
    public void White_space_does_not_count(string text) =>
        Assert.Equal(Clause.Hash(), (Clause with { Text = text }).Hash());

    [Theory]
    [InlineData("caf\u00e9 项目", "cafe\u0301 项目")]
    [InlineData("\u91d1门路", "\uf90a门路")]
    [InlineData("\uac00", "\u1100\u1161")]
    public void Two_ways_to_write_the_same_character_are_the_same_text(string one, string other) =>
        Assert.Equal((Clause with { Text = one }).Hash(), (Clause with { Text = other }).Hash());

    public static TheoryData<string, ClauseText> Changes =>
        new()
        {
            { "wording", Clause with { Text = "建成停车场 4 处" } },
            { "lead", Clause with { LeadUnits = ["u9"] } },
            { "order of units", Clause with { ResponsibleUnits = ["u3", "u2"] } },
            { "lead and responsible", Clause with { LeadUnits = ["u1", "u2"], ResponsibleUnits = ["u3"] } },
            { "a unit less", Clause with { ResponsibleUnits = ["u2"] } },
            { "date", Clause with { Deadline = Clause.Deadline! with { Date = new DateOnly(2026, 7, 31) } } },
            { "kind of deadline", Clause with { Deadline = Clause.Deadline! with { Kind = DeadlineKind.Soft } } },
            { "no deadline", Clause with { Deadline = null } },
        };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void What_a_unit_signs_for_changes_the_hash(string what, ClauseText changed) =>
        Assert.True(Clause.Hash() != changed.Hash(), what);

    [Fact]
    public void The_same_day_in_other_words_is_the_same_deadline() =>
        Assert.Equal(Clause.Hash(), (Clause with { Deadline = Clause.Deadline! with { Raw = "6月30日前" } }).Hash());

    /// <summary>Where no single day says it all, the words do: 30 days are not 60, and a quarter is no half-year.</summary>
    [Theory]
    [InlineData(DeadlineKind.Relative, null, "自印发之日起30日内", "自印发之日起60日内")]
    [InlineData(DeadlineKind.Recurring, null, "每季度末月25日前", "每年12月底前")]
    [InlineData(DeadlineKind.Range, "2026-06-30", "2026年3月至6月", "2026年1月至6月")]
    [InlineData(DeadlineKind.During, "2026-06-30", "2026年上半年", "2026年二季度")]
    [InlineData(DeadlineKind.Soft, null, "尽快", "力争年内")]
    public void Another_deadline_of_the_same_kind_changes_the_hash(
        DeadlineKind kind,
        string? date,
        string one,
        string other
    )
    {
        DateOnly? day = date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd");
        var before = Clause with { Deadline = new(one, kind, day, null) };
        Assert.NotEqual(before.Hash(), (before with { Deadline = new(other, kind, day, null) }).Hash());
        Assert.Equal(before.Hash(), (before with { Deadline = new($" {one} ", kind, day, null) }).Hash());
    }

    [Fact]
    public void A_text_cannot_be_shifted_into_the_names_of_units() =>
        Assert.NotEqual(new ClauseText("甲", ["乙"], [], null).Hash(), new ClauseText("甲乙", [""], [], null).Hash());

    [Fact]
    public void A_unit_named_twice_is_one_unit() =>
        Assert.Equal(["u1", "u2"], new ClauseText("文", ["u1"], ["u1", "u2"], null).Units);
}
