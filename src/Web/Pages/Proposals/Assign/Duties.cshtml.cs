using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals.Assign;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Assign;

/// <summary>职责目录: pasted or typed as a whole, one unit and its words a line.</summary>
[Authorize(Roles = ItemReceivers.Roles)]
public sealed class DutiesModel(Steps steps) : CasePage(steps)
{
    [BindProperty, Display(Name = "职责目录")]
    public string? Lines { get; set; }

    public int Count { get; private set; }

    public async Task OnGetAsync()
    {
        await using var session = await Steps.Database.Read();
        var book = await UnitBook.Read(session);
        var rows = await session.Query<UnitDutyRow>(
            "select * from unit_duty where ended_at is null order by unit, words"
        );
        Count = rows.Count;
        Lines = string.Join('\n', rows.Select(r => $"{book.Name(r.Unit)}\t{r.Words}\t{r.Source}"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var duties = await Typed();
        return ModelState.IsValid
            ? await Do(
                await Steps.HouseCase(),
                new SetDuties(duties),
                "职责目录已保存。",
                _ => Redirect("/proposals/duties")
            )
            : this.Refuse();
    }

    protected override Task Show() => Task.CompletedTask;

    private async Task<IReadOnlyList<UnitDuty>> Typed()
    {
        await using var session = await Steps.Database.Read();
        var units = await UnitNames.Read(session, Moment.DayInChina(Steps.Time.GetUtcNow()));
        var duties = new List<UnitDuty>();
        var lines = (Lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 1)))
        {
            var cells = line.Split(['\t', '|'], StringSplitOptions.TrimEntries);
            if (cells.Length < 3)
                ModelState.AddModelError(
                    nameof(Lines),
                    $"第 {number} 行须有三栏：单位、职责词、依据，用制表符或竖线分开。"
                );
            else if (!units.TryGetValue(cells[0], out var unit))
                ModelState.AddModelError(nameof(Lines), $"第 {number} 行：单位名录中没有“{cells[0]}”。");
            else
                duties.Add(new(unit, [.. UnitNames.Split(cells[1]).Distinct()], cells[2]));
        }
        return duties;
    }
}
