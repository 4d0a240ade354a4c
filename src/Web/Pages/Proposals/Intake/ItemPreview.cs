using System.Security.Cryptography;
using System.Text;
using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.TakeOver;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>What holds for rows that do not say it themselves.</summary>
public sealed record ListDefaults(
    ItemKind Kind,
    string? SessionName,
    DateOnly ReceivedOn,
    string? Rules,
    string Scheme
);

/// <summary>A row with all that is to be looked at, and what would be registered.</summary>
/// <param name="Planned">What becomes of a row of a running ledger; null for any other, and while that is not settled.</param>
public sealed record PreviewRow(
    ListedItem Item,
    IReadOnlyList<RowFinding> Findings,
    NewItem? New,
    PlannedItem? Planned = null
);

/// <summary>A list before it is imported: every row, good or bad.</summary>
/// <param name="Ledger">What is settled for all rows of a running ledger; null where the list is none.</param>
public sealed record ItemPreview(
    IReadOnlyList<PreviewRow> Items,
    IReadOnlyList<string> Notices,
    LedgerSettings? Ledger = null
)
{
    private const int ShownWithoutFindings = 100;

    /// <summary>Of a ledger more are shown, since each has a fate of its own.</summary>
    private const int ShownOfALedger = 300;

    /// <summary>From here on a row is told of an item that is there already; looser likeness would be told of too often.</summary>
    private const double MuchAlike = 0.7;

    public int Importable => Items.Count(r => r.New is not null);
    public int Blocked => Items.Count - Importable;
    public int WithFindings => Items.Count(r => r.Findings.Count > 0);

    /// <summary>All rows with findings, and some of the others.</summary>
    public IReadOnlyList<PreviewRow> Shown =>
        [
            .. Items.Where(r => r.Findings.Count > 0),
            .. Items.Where(r => r.Findings.Count == 0).Take(Ledger is null ? ShownWithoutFindings : ShownOfALedger),
        ];

    /// <summary>Tells this preview of a ledger from another one: as of another day, or with another fate of any row.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Items
                            .Select(r => $"{r.Item.Number}|{r.Planned?.Fate}|{r.Planned?.Why}")
                            .Prepend($"{Ledger?.AsOf}")
                    )
                )
            )
        );

    public int Count(ListedFate fate) => Items.Count(r => r.Planned?.Fate == fate);

    /// <summary>The preview of a list; units that nobody knows are named, never made.</summary>
    public static ItemPreview Of(
        ItemList list,
        ListDefaults defaults,
        IReadOnlyDictionary<string, string> units,
        EarlierRulings earlier,
        IReadOnlyList<RegisteredTerms> registered,
        LedgerSettings? ledger
    )
    {
        var known = registered.ToDictionary(r => (r.Kind, r.SessionName, r.Number));
        return new(
            [.. list.Items.Select(i => StayAsRegistered(Row(i, defaults, units, earlier, ledger), known))],
            list.Notices,
            ledger
        );
    }

    /// <summary>A row of an item that is registered says what of it stays, where the list says otherwise.</summary>
    private static PreviewRow StayAsRegistered(
        PreviewRow row,
        IReadOnlyDictionary<(ItemKind, string, string), RegisteredTerms> registered
    ) =>
        row.New is { Terms: { } terms } item
        && registered.GetValueOrDefault((item.Kind, ItemName.Session(item.SessionName), ItemName.Number(item.Number)))
            is { } known
        && terms.StayAsRegistered(known) is { } stay
            ? row with
            {
                Findings = [.. row.Findings, new($"{stay}。", Blocks: false)],
            }
            : row;

    /// <summary>The rows that can be imported, as work of a job.</summary>
    public IEnumerable<BulkWork> Work() =>
        Items
            .Where(r => r.New is not null)
            .Select(r => new BulkWork($"{r.New!.SessionName} {r.New.Number} 号", null, BulkKinds.Write(r.New)));

    private static PreviewRow Row(
        ListedItem item,
        ListDefaults defaults,
        IReadOnlyDictionary<string, string> units,
        EarlierRulings earlier,
        LedgerSettings? ledger
    )
    {
        var findings = item.Findings.ToList();
        var session = item.Session ?? defaults.SessionName;
        if (string.IsNullOrWhiteSpace(session))
            findings.Add(new("没有届次，请在上面填写。", Blocks: true));
        if (item.IsKey && item.Leader is null)
            findings.Add(new("重点件没有督办领导，按普通件导入，请导入后补充。", Blocks: false));
        var named = item.Hosts.Concat(item.CoHandlers).Concat(item.Suggested).Distinct();
        foreach (var unknown in named.Where(u => !units.ContainsKey(u)))
            findings.Add(new($"单位名录中没有“{unknown}”，请核对名称；交办前须改正。", Blocks: false));
        if (Alike(item, session, earlier) is { } alike)
            findings.Add(new(alike, Blocks: false));
        if (findings.Exists(f => f.Blocks))
            return new(item, findings, null);
        var made = New(item, defaults, session!, units);
        if (ledger is not { Missing: null } || item.Course is not { } course)
            return new(item, findings, made);
        if (course.RepliedOn > ledger.AsOf)
            findings.Add(new("答复日期晚于截至日期，没有当作已答复，请核对。", Blocks: false));
        if (ItemFates.SigningDoubt(course.SignedOn, item.AssignedOn, ledger.AsOf!.Value) is { } signing)
            findings.Add(new($"{signing}。", Blocks: false));
        var planned = ItemLedgerPlan.Of(
            made with
            {
                Said = Word(item, course, ledger),
            },
            CannotAssign(item, units, ledger),
            ledger.Known,
            ledger.Today,
            ledger.Calendar
        );
        return new(item, findings, planned.Item, planned);
    }

    private static ItemLedgerWord Word(ListedItem item, ListedCourse course, LedgerSettings ledger) =>
        new(
            ledger.AsOf!.Value,
            ledger.Status(course),
            course.StatusRaw ?? course.Status?.Word,
            course.Progress,
            item.AssignedOn,
            course.SignedOn,
            course.RepliedOn,
            course.ClosedOn,
            course.ReplyNumber,
            course.ClassRaw,
            course.FeedbackRaw,
            course.More,
            ledger.File,
            item.Place
        );

    /// <summary>A unit that is not in the directory is never made, and only the government's office assigns.</summary>
    private static string? CannotAssign(
        ListedItem item,
        IReadOnlyDictionary<string, string> units,
        LedgerSettings ledger
    ) =>
        item.Hosts.Concat(item.CoHandlers).FirstOrDefault(u => !units.ContainsKey(u)) is { } unknown
            ? $"单位名录中没有“{unknown}”，不能交办"
        : item.AssignedOn is null && item.Cells.TryGetValue(ItemColumn.Assigned, out var unread)
            ? $"台账的交办日期“{LedgerQuote.Short(unread)}”不是完整的日期，请核对后交办"
        : ledger.MayAssign ? null
        : "由政府办公室交办";

    /// <summary>What asks for much the same; the item itself, imported before, does not count.</summary>
    private static string? Alike(ListedItem item, string? session, EarlierRulings earlier) =>
        item.Title is not { } title
            ? null
            : earlier
                .Similar(title, null, 2)
                .Where(s => s.Share >= MuchAlike && s.Ruling.Name != $"{session} {item.Number} 号")
                .Select(s => $"与 {s.Ruling.Name}“{s.Ruling.Title}”相似（{s.Share:P0}），导入后可查看是否并案。")
                .FirstOrDefault();

    private static NewItem New(
        ListedItem item,
        ListDefaults defaults,
        string session,
        IReadOnlyDictionary<string, string> units
    ) =>
        new(
            item.Kind ?? defaults.Kind,
            session,
            item.Number!,
            item.Title!,
            item.Text ?? "",
            [
                .. item.Lead is null ? [] : new[] { new NewSigner(item.Lead, item.Contact) },
                .. item.Signers.Select(s => new NewSigner(s)),
            ],
            (item.ReceivedOn ?? item.AssignedOn) is { } on && on < defaults.ReceivedOn ? on : defaults.ReceivedOn,
            item.Constituency,
            Known(item.Suggested, units),
            item.IsKey && item.Leader is not null,
            item.Leader,
            item.Outside,
            item.FixedOn,
            IsComplex: false,
            defaults.Rules,
            defaults.Scheme,
            Hosts: Known(item.Hosts, units),
            CoHandlers: Known(item.CoHandlers, units),
            Terms: new(item.ReceivedOn, defaults.Rules, defaults.Scheme)
        );

    private static IReadOnlyList<string> Known(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<string, string> units
    ) => [.. names.Where(units.ContainsKey).Select(n => units[n]).Distinct()];
}
