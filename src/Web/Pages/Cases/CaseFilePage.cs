using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>A page about one case: it is looked up with the reader's rights before anything is shown.</summary>
[RefusedIsForbidden]
public abstract class CaseFilePage(Steps steps) : CasePage(steps)
{
    /// <summary>The case, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>All that is known of it.</summary>
    public CaseFile Case { get; private set; } = null!;

    /// <summary>What the reader may do.</summary>
    public Rights Rights { get; private set; } = null!;

    /// <summary>Names and telephones of units.</summary>
    public UnitBook Units { get; private set; } = null!;

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    /// <summary>True where the reader is a clerk of the office that runs the case.</summary>
    public bool IsOffice => Me.Is(Role.OfficeClerk) && Case.Row.OfficeUnit == Me.Unit;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => await Show();

    /// <inheritdoc />
    protected sealed override async Task Show()
    {
        (Case, Rights) = await Steps.Look(Me, await CaseId());
        await using var session = await Steps.Database.Read();
        Units = await UnitBook.Read(session);
        await Load(session);
    }

    /// <summary>Reads what this page shows beside the case itself.</summary>
    protected abstract Task Load(Session session);

    /// <summary>Which case; another id where the address names a part of it.</summary>
    protected virtual Task<string> CaseId() => Task.FromResult(Id);
}

/// <summary>A case that is not there is 404; one that the reader may not see is 403.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusedIsForbiddenAttribute : ExceptionFilterAttribute
{
    /// <inheritdoc />
    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is Refusal refusal)
            context.Result = new StatusCodeResult(
                refusal.Why.StartsWith("没有找到", StringComparison.Ordinal)
                    ? StatusCodes.Status404NotFound
                    : StatusCodes.Status403Forbidden
            );
    }
}
