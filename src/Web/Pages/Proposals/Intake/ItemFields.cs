using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Proposals;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>The fields of an item as a person types them; units by any name they go by.</summary>
public sealed class ItemFields
{
    [Display(Name = "种类")]
    public ItemKind Kind { get; set; }

    [Display(Name = "届次"), Required(ErrorMessage = "请填写届次，例如：五届三次。")]
    public string? SessionName { get; set; }

    [Display(Name = "编号"), Required(ErrorMessage = "请填写编号。")]
    public string? Number { get; set; }

    [Display(Name = "标题（案由）"), Required(ErrorMessage = "请填写标题（案由）。")]
    public string? Title { get; set; }

    [Display(Name = "内容")]
    public string? Text { get; set; }

    [Display(Name = "提出人（领衔人在前，每行一位：姓名 电话）")]
    public string? Signers { get; set; }

    /// <summary>
    /// What was agreed on with the lead signer, for all the others; where only some of them agreed, as another system may
    /// say, an amendment on the page without the tick gives everyone the own reply.
    /// </summary>
    [Display(Name = "附议人不单独答复，由领衔人转告（已与领衔人商定）")]
    public bool Forwarded { get; set; }

    [Display(Name = "代表团（界别）")]
    public string? Constituency { get; set; }

    [Display(Name = "收到日期"), Required(ErrorMessage = "请填写收到日期。")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "提出人建议的承办单位")]
    public string? Suggested { get; set; }

    [Display(Name = "拟定主办（多个为分办）")]
    public string? Hosts { get; set; }

    [Display(Name = "拟定协办")]
    public string? CoHandlers { get; set; }

    [Display(Name = "重点件")]
    public bool IsKey { get; set; }

    [Display(Name = "领办（督办）领导")]
    public string? Leader { get; set; }

    [Display(Name = "外部平台编号")]
    public string? Outside { get; set; }

    [Display(Name = "通知规定的答复期限")]
    public DateOnly? FixedOn { get; set; }

    [Display(Name = "复杂件")]
    public bool IsComplex { get; set; }

    [Display(Name = "规则集")]
    public string? Rules { get; set; }

    [Display(Name = "答复类别")]
    public string Scheme { get; set; } = "abcd";

    /// <summary>The fields of an item that is there.</summary>
    public static ItemFields Of(ItemRow item, IReadOnlyList<SignerRow> signers, Func<string, string> names) =>
        new()
        {
            Kind = item.Kind,
            SessionName = item.SessionName,
            Number = item.Number,
            Title = item.Title,
            Text = item.Text,
            Signers = string.Join('\n', signers.Select(s => $"{s.Name} {s.Contact}".Trim())),
            Forwarded = signers.Count > 1 && signers.All(s => s.IsLead || s.Forwarded),
            Constituency = item.Constituency,
            ReceivedOn = item.ReceivedOn,
            Suggested = names(item.Suggested),
            Hosts = names(item.RuledHosts),
            CoHandlers = names(item.RuledCoHandlers),
            IsKey = item.IsKey,
            Leader = item.Leader,
            Outside = item.Outside,
            FixedOn = item.FixedOn,
            IsComplex = item.IsComplex,
            Rules = item.Rules,
            Scheme = item.Scheme,
        };

    /// <summary>What would be registered; names that no unit goes by are handed to <paramref name="unknown"/>.</summary>
    public NewItem AsItem(IReadOnlyDictionary<string, string> units, Action<string> unknown)
    {
        List<string> Ids(string? names)
        {
            var ids = new List<string>();
            foreach (var name in UnitNames.Split(names))
                if (units.TryGetValue(name, out var id))
                    ids.Add(id);
                else
                    unknown(name);
            return ids;
        }
        return new NewItem(
            Kind,
            SessionName ?? "",
            Number ?? "",
            Title ?? "",
            Text ?? "",
            SignersTyped(),
            ReceivedOn ?? default,
            Blank(Constituency),
            Ids(Suggested),
            IsKey,
            Blank(Leader),
            Blank(Outside),
            FixedOn,
            IsComplex,
            Blank(Rules),
            Scheme,
            Hosts: Ids(Hosts),
            CoHandlers: Ids(CoHandlers)
        );
    }

    /// <summary>A line is a name, and behind a space the number to reach the person at.</summary>
    private IReadOnlyList<NewSigner> SignersTyped() =>
        [
            .. (Signers ?? "")
                .Split(['\n', '、', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split([' ', '　', '\t'], 2, StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0)
                .Select(words => new NewSigner(words[0], words.Length > 1 ? words[1].Trim() : null, Forwarded)),
        ];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
