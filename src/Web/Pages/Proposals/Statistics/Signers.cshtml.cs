using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>One item that a deputy or member signed, with what came of it.</summary>
public sealed record SignedItem(ItemTitle Title, bool IsLead, IReadOnlyList<HandledItem> Facts)
{
    /// <summary>Every unit that answers it has replied.</summary>
    public bool IsReplied => Facts.Count > 0 && Facts.All(f => f.AnsweredOn is not null);

    /// <summary>The classes of its replies.</summary>
    public string Classes => string.Join("、", Facts.Select(f => f.Class?.Code).OfType<string>().Distinct());

    /// <summary>The worst result that was released; null where there is none.</summary>
    public Satisfaction? Result => FeedbackRules.Overall(Facts.Select(f => f.Result).OfType<Satisfaction>());
}

/// <summary>按代表(委员): one deputy, all suggestions, led and signed along.</summary>
public sealed class SignersModel(Steps steps) : StatisticsPage(steps)
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public IReadOnlyList<(string Name, IReadOnlyList<SignedItem> Items)> Signers { get; private set; } = [];
    public string Word => OfCongress ? "代表" : "委员";

    public async Task OnGetAsync()
    {
        await using var session = await Open();
        await Read(session);
        var titles = await ItemTitle.Read(session, Year);
        var facts = Items
            .Where(i => Assignment.MayReply(i.Duty) && titles.ContainsKey(i.Item))
            .ToLookup(i => titles[i.Item].PartOf ?? i.Item, StringComparer.Ordinal);
        var side = OfCongress ? "i.kind <> 'Proposal'" : "i.kind = 'Proposal'";
        var rows = await session.Query<(string Name, string CaseId, long IsLead)>(
            $"""
            select s.name, s.case_id, s.is_lead from item_signer s join item i on i.case_id = s.case_id
              join cases c on c.id = i.case_id
             where i.year = @year and i.part_of is null and {side}
               and (c.outcome is null or c.outcome <> 'doneBefore')
               and not exists (select 1 from visit v
                                where v.case_id = i.case_id and v.node = 'historical' and v.left_at is null)
               and (c.office_unit = @unit or i.counterpart = @unit
                 or exists (select 1 from item_handler h where h.case_id = i.case_id and h.unit = @unit))
             order by s.name, s.is_lead desc
            """,
            new { year = Year, unit = User.AsPerson().Unit }
        );
        Signers =
        [
            .. rows.Where(r => (Name is null || r.Name == Name) && titles.ContainsKey(r.CaseId))
                .GroupBy(r => r.Name, StringComparer.Ordinal)
                .Select(g =>
                    (
                        g.Key,
                        (IReadOnlyList<SignedItem>)
                            [
                                .. g.Select(r => new SignedItem(
                                    titles[r.CaseId],
                                    r.IsLead == 1,
                                    [.. facts[titles[r.CaseId].MergedInto ?? r.CaseId]]
                                )),
                            ]
                    )
                ),
        ];
    }

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await OnGetAsync();
        var sheet = new Sheet(
            $"按{Word}",
            [Word, "领衔件", "附议件", "已答复", "满意", "基本满意", "不满意"],
            [
                .. Signers.Select(s =>
                    (IReadOnlyList<object?>)
                        [
                            s.Name,
                            s.Items.Count(i => i.IsLead),
                            s.Items.Count(i => !i.IsLead),
                            s.Items.Count(i => i.IsReplied),
                            s.Items.Count(i => i.Result == Satisfaction.Satisfied),
                            s.Items.Count(i => i.Result == Satisfaction.Basically),
                            s.Items.Count(i => i.Result == Satisfaction.Dissatisfied),
                        ]
                ),
            ],
            "结果按该件最差的已公布反馈计；并案的件按主件的答复计"
        );
        return File(
            Workbook.Write(sheet),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Scope}按{Word}.xlsx"
        );
    }
}
