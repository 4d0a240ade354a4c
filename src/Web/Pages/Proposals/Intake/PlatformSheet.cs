using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>
/// Items in the column order of a platform outside: its own heading row says what stands where, recognised like the
/// headings of any list; a heading that says nothing known stays an empty column.
/// </summary>
public sealed class PlatformSheet(IReadOnlyList<string> headings)
{
    /// <summary>The order until the office writes down its platform's.</summary>
    public const string Usual =
        "平台编号、编号、届次、类别、标题、领衔代表、附议人、代表团、联系电话、建议承办单位、主办单位、协办单位、是否重点、督办领导、交办日期、办理期限、内容";

    /// <summary>Headings as typed or pasted from the platform's template.</summary>
    public static PlatformSheet Of(string? headings) =>
        new([
            .. (string.IsNullOrWhiteSpace(headings) ? Usual : headings).Split(
                ['\t', '、', ',', '，', '\n', '\r'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ]);

    /// <summary>The headings with 、 between them, as they are remembered.</summary>
    public string Text => string.Join('、', headings);

    /// <summary>Headings that nothing is known for.</summary>
    public IReadOnlyList<string> Unknown =>
        [.. headings.Where(h => ItemColumns.Of(h) is not { } column || IsOfALedger(column))];

    /// <summary>The signers' contact data goes along.</summary>
    public bool HasContacts => headings.Any(h => ItemColumns.Of(h) == ItemColumn.Contact);

    /// <summary>The sheet.</summary>
    public Sheet Write(IReadOnlyList<(ItemRow Item, IReadOnlyList<SignerRow> Signers)> items, UnitBook units) =>
        new(
            "建议提案",
            headings,
            [
                .. items.Select(i =>
                    (IReadOnlyList<object?>)
                        [
                            .. headings.Select(
                                (h, n) =>
                                    ItemColumns.Of(h) is { } column ? Cell(column, i.Item, i.Signers, units) : null
                            ),
                        ]
                ),
            ]
        );

    private static object? Cell(ItemColumn column, ItemRow item, IReadOnlyList<SignerRow> signers, UnitBook units) =>
        column switch
        {
            ItemColumn.Serial or ItemColumn.Number => item.Number,
            ItemColumn.Kind => ItemKinds.Label(item.Kind),
            ItemColumn.Session => item.SessionName,
            ItemColumn.Title => item.Title,
            ItemColumn.Text => item.Text,
            ItemColumn.Lead => signers.FirstOrDefault(s => s.IsLead)?.Name,
            ItemColumn.Signers => string.Join('、', signers.Where(s => !s.IsLead).Select(s => s.Name)),
            ItemColumn.Constituency => item.Constituency,
            ItemColumn.Contact => signers.FirstOrDefault(s => s.IsLead)?.Contact,
            ItemColumn.Suggested => units.Names(item.Suggested),
            ItemColumn.Host => Rows.Split(item.RuledHosts).Count > 1 ? "" : units.Names(item.RuledHosts),
            ItemColumn.Separate => Rows.Split(item.RuledHosts).Count > 1 ? units.Names(item.RuledHosts) : "",
            ItemColumn.CoHandlers => units.Names(item.RuledCoHandlers),
            ItemColumn.Key => item.IsKey ? "是" : "否",
            ItemColumn.Leader => item.Leader,
            ItemColumn.Outside => item.Outside,
            ItemColumn.Assigned => item.AssignedOn,
            ItemColumn.Due => item.FixedOn,
            ItemColumn.Received => item.ReceivedOn,
            _ => null,
        };

    /// <summary>What a running ledger says is read and never written: replies are handed over on their own.</summary>
    private static bool IsOfALedger(ItemColumn column) =>
        column
            is ItemColumn.Status
                or ItemColumn.Situation
                or ItemColumn.Progress
                or ItemColumn.Signed
                or ItemColumn.Replied
                or ItemColumn.Closed
                or ItemColumn.ReplyNumber
                or ItemColumn.Class
                or ItemColumn.Feedback
                or ItemColumn.Remarks
                or ItemColumn.Place;
}
