using System.Text.Json;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Supervision.Judge;

namespace JointMeeting.Workflows.Bulk;

/// <summary>The kinds of work that are done in bulk, each read from its payload into one command on one case.</summary>
public static class BulkKinds
{
    /// <summary>交办.</summary>
    public const string Assign = "assign";

    /// <summary>预分办.</summary>
    public const string PreAssign = "preAssign";

    /// <summary>审查立案.</summary>
    public const string File = "file";

    /// <summary>标记已上传外部平台.</summary>
    public const string Uploaded = "uploaded";

    /// <summary>导入清单: registers what is new and amends what is known.</summary>
    public const string Import = "import";

    /// <summary>核定历史事项, many on one basis.</summary>
    public const string Judge = "judge";

    /// <summary>What is handed in for one item.</summary>
    public static string Write<T>(T command) => JsonSerializer.Serialize(command);

    /// <summary>The command of an item, and the case it is for; null where there is nothing to do.</summary>
    internal static async Task<(Target Target, Command Command)?> Read(
        Session session,
        string kind,
        BulkItemRow item
    ) =>
        kind switch
        {
            Assign => (
                new Target.Existing(item.CaseId!),
                JsonSerializer.Deserialize<AssignWork>(item.Payload)!.Command
            ),
            PreAssign => (
                new Target.Existing(item.CaseId!),
                JsonSerializer.Deserialize<PreAssignWork>(item.Payload)!.Command
            ),
            File => (new Target.Existing(item.CaseId!), new FileProposal()),
            Uploaded => (
                new Target.Existing(item.CaseId!),
                new MarkUploaded(JsonSerializer.Deserialize<UploadedWork>(item.Payload)!.Kind)
            ),
            Judge => (new Target.Existing(item.CaseId!), JsonSerializer.Deserialize<JudgeHistorical>(item.Payload)!),
            Import => await Importing(session, JsonSerializer.Deserialize<NewItem>(item.Payload)!),
            _ => throw new InvalidOperationException($"No bulk work is of kind '{kind}'."),
        };

    /// <summary>What is to be said of an item although it is done: what stays as registered; null where nothing is.</summary>
    internal static async Task<string?> Note(Session session, string kind, BulkItemRow row) =>
        kind == Import
        && JsonSerializer.Deserialize<NewItem>(row.Payload)! is { Terms: { } terms } item
        && await Registered(session, item) is { } known
            ? terms.StayAsRegistered(RegisteredTerms.Of((await session.Item(known))!))
            : null;

    private static async Task<string?> Registered(Session session, NewItem item)
    {
        var role = ItemKinds.IsOfCongress(item.Kind)
            ? Domain.Rights.Role.CongressOffice
            : Domain.Rights.Role.CppccOffice;
        return await RegisterItem.Known(session, await session.OfficeOf(role), item);
    }

    private static async Task<(Target, Command)?> Importing(Session session, NewItem item)
    {
        var known = await Registered(session, item);
        if (known is null)
            return (new Target.New(Items.CaseKindOf(item.Kind), item.Title), new RegisterItem(item));
        return await RegisterItem.IsKnownAs(session, known, item)
            ? null
            : (new Target.Existing(known), new AmendItem(item, StatedOnly: true));
    }
}

/// <summary>交办 of one item.</summary>
public sealed record AssignWork(
    Domain.Rights.CaseKind Kind,
    IReadOnlyList<AssignedUnit> Units,
    DateOnly AssignedOn,
    DateOnly? FixedOn,
    bool IsComplex
)
{
    internal Command Command => new AssignItem(Kind, Units, AssignedOn, FixedOn, IsComplex);
}

/// <summary>预分办 of one item.</summary>
public sealed record PreAssignWork(
    Domain.Rights.CaseKind Kind,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> CoHandlers
)
{
    internal Command Command => new PreAssign(Kind, Hosts, CoHandlers);
}

/// <summary>标记已上传 of one item.</summary>
public sealed record UploadedWork(Domain.Rights.CaseKind Kind);
