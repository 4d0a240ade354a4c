namespace JointMeeting.Domain.Clocks;

/// <summary>One line of an explanation: a code and its arguments (dates as yyyy-MM-dd) for programs, the text for people.</summary>
public sealed record Reason(ReasonCode Code, IReadOnlyList<string> Args)
{
    public static Reason Of(ReasonCode code, params IEnumerable<object> args) => new(code, [.. args.Select(Arg)]);

    /// <summary>What a person reads.</summary>
    public string Text => Write([.. Args.Select(ForPeople)]);

    private string Write(IReadOnlyList<string> args) =>
        Code switch
        {
            ReasonCode.Counted => $"自{args[0]}({args[1]})起算,当日不计,{args[2]}为{args[3]}。",
            ReasonCode.CountedBack => $"{args[0]}({args[1]})之前{args[2]},为{args[3]}。",
            ReasonCode.FixedDate => $"文件规定的日期为{args[0]}。",
            ReasonCode.EarlierOfBoth => $"按规则为{args[0]},按文件规定为{args[1]},取较早的{args[2]}。",
            ReasonCode.Extended => $"{args[1]}批准延期{args[0]}({args[2]})。",
            ReasonCode.ExtensionRevoked => $"{args[1]}批准的延期{args[0]}已由{args[2]}撤销({args[3]}),不再计入。",
            ReasonCode.ExtensionCapped => $"延期合计最多{args[0]},超过部分不计。",
            ReasonCode.ExtendedTo => $"延期后为{args[0]}。",
            ReasonCode.Suspended => $"{args[0]}至{args[1]}暂停,{args[2]}不计入,顺延至{args[3]}。",
            ReasonCode.SuspendedInVain => $"{args[0]}起的暂停不影响期限:期限在此之前已到({args[1]})。",
            ReasonCode.StillPaused => $"自{args[0]}起暂停中,恢复后按暂停的时间顺延;目前的日期是最早的日期。",
            ReasonCode.RolledForward => $"{args[0]}不是工作日({args[1]}),顺延至{args[2]};工作请按{args[0]}安排。",
            ReasonCode.NotRolled => $"{args[0]}不是工作日({args[1]}),本规则不顺延。",
            ReasonCode.Provisional => WorkingDayCalendar.Warning(int.Parse(args[0]))!,
            ReasonCode.Basis => $"依据:{args[0]}。工作日历版本:{args[1]}。",
            ReasonCode.NoExtension => $"“{args[0]}”不设延期,请按期办理。",
            ReasonCode.OverCap =>
                $"“{args[0]}”延期合计最多{args[1]},最晚到{args[2]};申请的日期{args[3]}超出上限,请缩短延期。",
            ReasonCode.ExtensionNotPositive => "延期的时间须大于 0,请重新填写。",
            ReasonCode.ExtensionKnown => "这次延期已经登记过,不必重复登记。",
            ReasonCode.ExtensionUnknown => "没有找到要撤销的延期,可能已经撤销;请刷新后再看。",
            ReasonCode.AlreadyPaused => $"已自{args[0]}起暂停,请先恢复再暂停。",
            ReasonCode.NotPaused => $"{args[0]}并未处于暂停,不需要恢复。",
            ReasonCode.BeforeLastChange => $"日期{args[0]}早于上一次变更{args[1]},请填{args[1]}或以后的日期。",
            ReasonCode.AlreadyStarted => "期限已经起算,不能重复起算。",
        };

    private static string Arg(object value) => value is DateOnly date ? $"{date:yyyy-MM-dd}" : $"{value}";

    private static string ForPeople(string arg) =>
        DateOnly.TryParseExact(arg, "yyyy-MM-dd", out var date) ? $"{date.Year}年{date.Month}月{date.Day}日" : arg;
}

/// <summary>What one line of an explanation says; programs read this, people the text.</summary>
public enum ReasonCode
{
    Counted,
    CountedBack,
    FixedDate,
    EarlierOfBoth,
    Extended,
    ExtensionRevoked,
    ExtensionCapped,
    ExtendedTo,
    Suspended,
    SuspendedInVain,
    StillPaused,
    RolledForward,
    NotRolled,
    Provisional,
    Basis,

    // Why a change is refused.
    NoExtension,
    OverCap,
    ExtensionNotPositive,
    ExtensionKnown,
    ExtensionUnknown,
    AlreadyPaused,
    NotPaused,
    BeforeLastChange,
    AlreadyStarted,
}
