namespace JointMeeting.Domain.Rights;

/// <summary>Why a person may not act for a unit that handles an item; null where it may.</summary>
internal static class HandlingWords
{
    /// <summary>协办单位不直接答复: what is the host's stays with the host.</summary>
    public static string? Host(Person person, HandlingFacts? handling, string label) =>
        !ActsForUnit(person) || handling is null ? $"只有主办单位可以“{label}”。"
        : handling.Hosts.Contains(person.Unit!) ? null
        : handling.CoHandlers.Contains(person.Unit!)
            ? $"协办（会办）单位不直接答复，不能“{label}”。请把意见报主办单位，由主办单位统一答复。"
        : $"只有主办单位可以“{label}”。";

    public static string? Handler(Person person, HandlingFacts? handling, string label) =>
        ActsForUnit(person)
        && handling is not null
        && (handling.Hosts.Contains(person.Unit!) || handling.CoHandlers.Contains(person.Unit!))
            ? null
            : $"只有承办单位可以“{label}”。";

    /// <summary>Who handles an item is changed by assigning and ruling on returns, which also keep its hand-overs.</summary>
    public static string? Askees(CaseFacts facts, CaseAction action) =>
        facts.Handling is not null
        && (action == Actions.AddAskee || action == Actions.RemoveAskee || action == Actions.ReplaceAskee)
            ? $"建议提案的承办单位由“交办”和“裁定退回”调整，不能“{action.Label}”。"
            : null;

    private static bool ActsForUnit(Person person) =>
        person.Unit is not null && (person.Is(Role.Liaison) || person.Is(Role.Head));
}
