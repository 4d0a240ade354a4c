using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>
/// Whom the document is addressed to (主送单位). One unit is proposed as itself; which units a group stands for no
/// document says: only what a person confirmed before is proposed, with who did.
/// </summary>
internal sealed partial class RecipientProposals(Notice notice, Places places, Known known)
{
    /// <summary>Units that roster or task table bring along, so that they will be there.</summary>
    private readonly IReadOnlySet<string> _named = notice
        .Tasks.SelectMany(row => row.Units.All.Union(row.Lead))
        .Concat((notice.Roster?.Persons ?? []).Select(person => person.Unit ?? ""))
        .ToHashSet(StringComparer.Ordinal);

    public IEnumerable<Proposed> All() =>
        notice.Heading.Recipients.Select(
            (recipient, at) =>
            {
                var (units, doubt) = StandsFor(recipient.Value);
                return places.Proposed(
                    ProposalKind.Recipient,
                    recipient.Value,
                    recipient.Line,
                    ProposalValues.Write(new ProposedRecipient(recipient.Value, units)),
                    LearnedWords.Joined(places.DoubtOf($"recipients[{at}]"), doubt)
                );
            }
        );

    private (IReadOnlyList<string> Units, string? Doubt) StandsFor(string words)
    {
        if (known.Of(LearnedKind.Recipient, Addressee.Fold(words)) is { } group)
            return (group.Reading.Split('、'), LearnedWords.Basis(group));
        if (known.Units.Contains(words))
            return ([words], null);
        if (known.Of(LearnedKind.Unit, words) is { } learned)
            return ([learned.Reading], LearnedWords.Basis(learned));
        if (known.Alias(words) is { } alias)
            return ([alias.Unit], LearnedWords.Basis(alias));
        if (Person().IsMatch(words))
            return ([], "写的是个人；可以更正，指明所在单位");
        if (ShortNames.NamesNobody(words) || Several().IsMatch(words))
            return ([], "没有写明是哪些单位；可以更正指明，不指明的照原文保留");
        if (_named.Contains(words))
            return ([words], null);
        return ShortNames.Candidates(words, known.Units) switch
        {
            [var unit] => ([unit], "单位名录中有名称相近的单位，请确认是否就是它"),
            [_, _, ..] several => ([], $"可能是“{string.Join("”或“", several)}”，请更正为其中一个"),
            _ => ([words], "不在单位名录中，采纳即列为新单位；如是简称，请更正为全称"),
        };
    }

    [GeneratedRegex("(代表|委员)$")]
    private static partial Regex Person();

    /// <summary>市政府各部门; 市发改委、市教育局等; 高新区、滨湖新城管委会; 市直有关单位; 街道办事处 after 各乡镇人民政府.</summary>
    [GeneratedRegex("各|、|有关|成员单位|^街道办事处$|等([0-9一二三四五六七八九十]+[个家])?(单位|部门|地区)?$")]
    private static partial Regex Several();
}
