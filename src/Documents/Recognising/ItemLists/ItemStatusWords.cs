using System.Buffers;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Ledgers;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>A word for where an item stands, as a ledger writes it.</summary>
/// <param name="Word">Verbatim but for blanks; what a person confirms once for all rows.</param>
/// <param name="Value">What it is read as; null where it is not known, and a person has to say.</param>
/// <param name="FromText">There was no word for it; a text of progress begins with this one.</param>
public sealed record ItemStatusReading(string Word, ItemLedgerStatus? Value, bool FromText);

/// <summary>
/// The words that ledgers of suggestions and proposals use for a status: what is special to them first, then the words of
/// every ledger (<see cref="StatusWords"/>) where they mean the same.
/// </summary>
internal static class ItemStatusWords
{
    /// <summary>What is longer is no word but a text of progress.</summary>
    private const int Longest = 14;
    private static readonly SearchValues<char> Breaks = SearchValues.Create("。；;，,:：(（\n");

    private static readonly (ItemLedgerStatus Status, Regex Said)[] Known =
    [
        (
            ItemLedgerStatus.Overdue,
            Words("(已)?(逾期|超期|超时)(尚?未(答复|办复|办结|回复))?|(未按期|未按时)(答复|办复|办结)")
        ),
        (
            ItemLedgerStatus.Handling,
            Words(
                "(正在)?(办理|承办|答复|调研|起草|会办|协商|沟通|审核|征求意见)中|正在办理|在办|(待|未|尚未|拟|还未)(答复|办复|回复|办结)|已?面商|答复(起草|审核|送审)中?"
            )
        ),
        (
            ItemLedgerStatus.Replied,
            Words(
                "(已经?)?(全部|按期|按时|逾期|超期)?(已|完成)?(书面)?(答复|办复|回复|复函)(完毕|完成)?|已?面复|答复件已?(发出|寄出|送达)"
            )
        ),
        (ItemLedgerStatus.Unassigned, Words("(待|未|尚未|拟)(交办|分办|转办)|已?(登记|立案|收件)|待(分派|分配)")),
        (ItemLedgerStatus.Assigned, Words("已?(交办|分办|转办|分派)")),
        (ItemLedgerStatus.SignedFor, Words("已?(签收|接收|受理)")),
        (
            ItemLedgerStatus.NotAccepted,
            Words("(不予|不|未予)(立案|受理|交办)|不作(为)?(建议|提案)处理|转(来信|信访).{0,8}")
        ),
        (ItemLedgerStatus.Merged, Words("已?(并案|合并)(办理|处理|答复)?|(已)?并入.{1,10}|与.{1,8}(并案|合并).{0,4}")),
        (ItemLedgerStatus.Withdrawn, Words("(已|代表|委员|提案人)?(撤回|撤案|撤销)")),
        (ItemLedgerStatus.Closed, Words("已?(办结|结案|归档|销号|办理完毕)")),
    ];

    /// <summary>The word of a column of statuses, known or not; null where the cell is empty, or is no word.</summary>
    public static ItemStatusReading? Of(string? cell)
    {
        var word = Folding.Squeeze(cell ?? "");
        return word.Length is > 0 and <= Longest ? new(word, Read(word), FromText: false) : InText(cell);
    }

    /// <summary>The status that a text says or begins with; null where it does so in no known word, which is no riddle.</summary>
    public static ItemStatusReading? InText(string? cell)
    {
        var text = Folding.Squeeze(cell ?? "");
        var end = text.AsSpan().IndexOfAny(Breaks);
        var first = end < 0 ? text : text[..end];
        return first.Length is > 0 and <= Longest && Read(first) is { } value
            ? new(first, value, FromText: first.Length < text.Length)
            : null;
    }

    private static ItemLedgerStatus? Read(string word)
    {
        foreach (var (status, said) in Known)
            if (said.IsMatch(word))
                return status;
        return StatusWords.Of(word, null)?.Value is { } general ? AsOfAnItem(general) : null;
    }

    private static ItemLedgerStatus AsOfAnItem(LedgerStatus status) =>
        status switch
        {
            LedgerStatus.Done => ItemLedgerStatus.Closed,
            LedgerStatus.InProgress or LedgerStatus.Ongoing => ItemLedgerStatus.Handling,
            LedgerStatus.NotStarted => ItemLedgerStatus.Assigned,
            LedgerStatus.Overdue => ItemLedgerStatus.Overdue,
            LedgerStatus.Suspended => ItemLedgerStatus.Suspended,
        };

    private static Regex Words(string words) => new($"^({words})$", Patterns.Linear);
}
