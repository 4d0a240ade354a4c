namespace JointMeeting.Domain.Proposals;

/// <summary>Where a promise made in a reply stands (承诺事项).</summary>
public enum CommitmentState
{
    /// <summary>落实中.</summary>
    Running,

    /// <summary>已兑现, with evidence.</summary>
    Kept,

    /// <summary>无法兑现, explained in writing.</summary>
    Explained,

    /// <summary>The item was withdrawn (撤回) while it ran: neither kept nor explained.</summary>
    Ended,
}

/// <summary>Promises and how they are looked back upon (承诺跟踪).</summary>
public static class Commitments
{
    /// <summary>What people call it.</summary>
    public static string Label(CommitmentState state) =>
        state switch
        {
            CommitmentState.Running => "落实中",
            CommitmentState.Kept => "已兑现",
            CommitmentState.Explained => "已书面说明",
            CommitmentState.Ended => "随撤回终止",
        };

    /// <summary>The end of the quarter that a day lies in: on it every running promise is looked back upon.</summary>
    public static DateOnly LookBack(DateOnly day)
    {
        var month = ((((day.Month - 1) / 3) + 1) * 3);
        return new DateOnly(day.Year, month, DateTime.DaysInMonth(day.Year, month));
    }

    /// <summary>跨年结转: a promise still running after the year it was made in.</summary>
    public static bool IsCarriedOver(DateOnly made, CommitmentState state, DateOnly today) =>
        state == CommitmentState.Running && today.Year > made.Year;

    /// <summary>
    /// B→A: a class that promised becomes one that solved only with evidence and a second written notice to the
    /// signers, once every promise is kept; where the rule asks for it, with the signer's confirmation.
    /// </summary>
    public static string? RefusalOfUpgrade(
        ReplyClass from,
        ReplyClass to,
        int running,
        int unkept,
        bool hasEvidence,
        string? secondNotice,
        bool needsConfirmation,
        bool confirmed
    ) =>
        !from.FollowUp || !to.Solved ? $"只有需跟踪的类别才能转为已解决,{from.Code} 不能转为 {to.Code}。"
        : running > 0 ? $"还有 {running} 项承诺没有兑现,不能转为 {to.Code}。"
        : unkept > 0 ? $"有 {unkept} 项承诺已说明无法兑现,没有兑现的不能转为 {to.Code}。"
        : !hasEvidence ? $"转为 {to.Code} 须上传佐证材料。"
        : string.IsNullOrWhiteSpace(secondNotice) ? "须再次书面告知代表(委员),请填写告知函的文号或日期。"
        : needsConfirmation && !confirmed ? "本地规则要求代表(委员)本人确认,请先取得确认。"
        : null;
}
