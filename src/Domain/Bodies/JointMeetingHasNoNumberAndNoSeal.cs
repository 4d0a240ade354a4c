namespace JointMeeting.Domain.Bodies;

/// <summary>What only a body that issues formal documents has.</summary>
public enum FormalMark
{
    /// <summary>发文字号</summary>
    DocumentNumber,

    /// <summary>印章</summary>
    Seal,
}

/// <summary>
/// A joint meeting has no seal and issues no formal documents (不刻制印章,不正式行文): State Council General Office
/// notice on 部际联席会议 (国办函〔2003〕49号), repeated in 国函〔2018〕144号. Its minutes carry an issue number (期号).
/// </summary>
public static class JointMeetingHasNoNumberAndNoSeal
{
    /// <summary>Always refuses; the text says which way is open instead.</summary>
    public static string Refusal(FormalMark asked, string leadUnit) =>
        asked switch
        {
            FormalMark.DocumentNumber =>
                $"联席会议不正式行文,没有发文字号,纪要只编期号。需要正式行文时,请由牵头单位({leadUnit})以本单位名义行文并编号,或由有关成员单位联合行文。",
            FormalMark.Seal =>
                $"联席会议不刻制印章。需要用印时,请由牵头单位({leadUnit})以本单位名义行文并用印,或由有关成员单位联合行文。",
        };
}
