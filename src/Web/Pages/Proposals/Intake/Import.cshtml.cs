using System.ComponentModel.DataAnnotations;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.TakeOver;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>导入清单: read, look at every row, then import as a job; a second import updates and doubles nothing.</summary>
[Authorize(Roles = ItemReceivers.Roles)]
[RequestFormLimits(ValueLengthLimit = 32 * 1024 * 1024, ValueCountLimit = 20_000)]
public sealed class ImportModel(Steps steps) : CasePage(steps)
{
    [BindProperty, Display(Name = "种类（清单没有写明时）")]
    public ItemKind Kind { get; set; }

    [BindProperty, Display(Name = "届次（清单没有写明时）")]
    public string? SessionName { get; set; }

    [BindProperty, Display(Name = "收到日期")]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty, Display(Name = "规则集")]
    public string? Rules { get; set; }

    [BindProperty, Display(Name = "答复类别")]
    public string Scheme { get; set; } = "abcd";

    [BindProperty, Display(Name = "清单文件")]
    public IFormFile? Paper { get; set; }

    [BindProperty, Display(Name = "清单内容")]
    public string? Pasted { get; set; }

    /// <summary>截至日期 of a running ledger's statuses and progress.</summary>
    [BindProperty, Display(Name = "截至日期")]
    public DateOnly? AsOf { get; set; }

    /// <summary>What a person settled that its status words mean.</summary>
    [BindProperty]
    public List<WordInput> Words { get; set; } = [];

    /// <summary>Name of the file, while its cells are corrected on the page.</summary>
    [BindProperty]
    public string? SourceName { get; set; }

    /// <summary>The fates that the person has seen; others are shown before anything is done.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ItemPreview? Preview { get; private set; }

    public async Task OnGetAsync()
    {
        ReceivedOn = Today;
        await Show();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        await ReadList();
        if (!ModelState.IsValid)
            return this.Refuse();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync()
    {
        await ReadList();
        if (Preview?.Ledger?.Missing is { } missing)
            ModelState.AddModelError(nameof(AsOf), $"{missing}，再导入。");
        else if (Preview?.Ledger is not null && Preview.Fingerprint != Seen)
            ModelState.AddModelError("", "预览以后有改动，下面是改动后的去向，请核对后再导入。");
        if (!ModelState.IsValid || Preview is null)
            return this.Refuse();
        var job = Once ?? Ids.New(Steps.Time.GetUtcNow());
        var start = new StartBulk(job, BulkKinds.Import, $"导入清单 {Preview.Importable} 件", [.. Preview.Work()]);
        return await Do(await Steps.HouseCase(), start, "已开始导入。", _ => Redirect($"/proposals/jobs/{job}"));
    }

    protected override Task Show() => Task.CompletedTask;

    private DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    private async Task ReadList()
    {
        try
        {
            await using var session = await Steps.Database.Read();
            var list = await Handed();
            SourceName = Paper?.FileName ?? SourceName;
            // Another file has another day; the cells on the page keep the one that was settled.
            AsOf = Paper is null ? AsOf ?? list.AsOf : list.AsOf ?? AsOf;
            if (string.IsNullOrWhiteSpace(SessionName))
                SessionName = list.Session;
            Preview = ItemPreview.Of(
                list,
                new(Kind, SessionName, ReceivedOn ?? Today, string.IsNullOrEmpty(Rules) ? null : Rules, Scheme),
                await UnitNames.Read(session, Today),
                await EarlierRulings.Read(session, Me),
                await session.Query<RegisteredTerms>(
                    "select kind, session_name, number, received_on, rules, scheme from item where part = ''"
                ),
                list.IsLedger ? await Settings(session, list) : null
            );
            Pasted = ItemListText.Of(list);
        }
        catch (ImportRefusedException refused)
        {
            ModelState.AddModelError(Paper is null ? nameof(Pasted) : nameof(Paper), refused.Message);
        }
    }

    private async Task<LedgerSettings> Settings(Session session, ItemList list) =>
        new(
            AsOf,
            LedgerSettings.WordsOf(list, Words),
            SourceName,
            await KnownItems.Read(session),
            Me.Is(Role.GovernmentOffice),
            Today,
            Steps.Calendar
        );

    private async Task<ItemList> Handed()
    {
        if (Paper is null)
            return string.IsNullOrWhiteSpace(Pasted)
                ? throw new ImportRefusedException(RefusalCode.Empty, "请选择清单文件，或粘贴清单内容。")
                : ItemListReader.FromText(Pasted);
        using var memory = new MemoryStream();
        await Paper.CopyToAsync(memory);
        return ItemListReader.Read(memory.ToArray(), Paper.FileName);
    }
}
