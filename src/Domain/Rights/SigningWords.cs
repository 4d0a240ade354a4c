namespace JointMeeting.Domain.Rights;

/// <summary>Why a head of a unit may not sign what the principal head (主要负责人) signs; null where he may.</summary>
internal static class SigningWords
{
    public static string? NotThePrincipal(Person head, AskFact ask, string label) =>
        ask.Signing == SigningHead.Any || ask.Holder == head.Id ? null
        : ask.Holder is null
            ? $"本件的“{label}”须由主要负责人办理，本单位还没有确定主要负责人。请先在“本单位设置”中确定，再由其签发。"
        : ask.StandIns?.Contains(head.Id) is not true
            ? $"本件的“{label}”须由本单位主要负责人办理，请转请主要负责人签发。主要负责人已经调整的，请先在“本单位设置”中更正。"
        : ask.Signing == SigningHead.PrincipalOrStandIn ? null
        : $"本件的“{label}”须由主要负责人本人办理，本件适用的规则不允许代签。请由主要负责人本人签发，或由政府办公室凭其签字页代录。";
}
