using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Rights;

/// <summary>What a person may do with one request (请办): answer, record, delegate, pass on, contest.</summary>
public sealed partial class Rights
{
    /// <summary>May the person answer this ask: as the unit itself, or for its holder (代)?</summary>
    public Permission ToAnswer(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (Settled(ask) is { } why)
            return No(why);
        if (!_person.DoesBusiness)
            return No("系统管理员和审计员不办理业务，不能答复。");
        if (ask.ForSeat)
            return ask.Holder == _person.Id || ask.StandIns?.Contains(_person.Id) is true
                ? Yes
                : No("该事项须由本人办理；代为办理请由本人设置代办人，或由联席会议办公室代录。");
        return IsOfAskedUnit(ask);
    }

    /// <summary>May the person enter an answer that came by phone or on paper (代录)?</summary>
    public Permission ToRecord(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (ask.IsInner)
            return No("内部审核由该单位自行办理，不能代录。");
        return Settled(ask) is { } why ? No(why)
            : IsOffice() && Vocabulary.Named(ask.Vocabulary).AnsweredBy != AnsweredBy.OwnAction ? Yes
            : Vocabulary.Named(ask.Vocabulary).AnsweredBy == AnsweredBy.OwnAction
                ? No("该事项不能代录，请在事项页面中办理。")
            : No($"只有{OfficeName()}可以代录。");
    }

    /// <summary>May the person hand the ask to another unit that works on it first (委托), or call it back?</summary>
    public Permission ToDelegate(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (StandsStill() is { } still)
            return No(still);
        if (ask.ForSeat || Vocabulary.Named(ask.Vocabulary).IsPersonal)
            return No("须由本人办理的事项不能委托；请由本人设置代办人。");
        if (_case.Kind is CaseKind.Suggestion or CaseKind.Proposal && ask.State == AskState.Open)
            return No("建议提案的承办单位由“交办”和“裁定退回”确定，不能委托；不属本单位职责的请申请退回。");
        return ask.State is AskState.Open or AskState.Delegated ? IsOfAskedUnit(ask) : No("该请办已经办理，不能委托。");
    }

    /// <summary>May the person give a station of its unit's own chain to a colleague (转办)?</summary>
    public Permission ToPassOn(string askId) =>
        Find(askId) is not { } ask ? No("该请办不存在或不属于本事项。")
        : !ask.IsInner ? No("只有内部审核可以转办；发给本单位的请办，本单位人员都可以办理。")
        : ask.State != AskState.Open ? No("该级审核尚未轮到或已经办理，不能转办。")
        : ToAnswer(askId);

    /// <summary>May the unit contest what the office recorded for it (对代录提出异议)?</summary>
    public Permission ToContest(string askId)
    {
        if (Find(askId) is not { } ask)
            return No("该请办不存在或不属于本事项。");
        if (!ask.IsRecorded)
            return No("本单位的答复不是代录的，可以直接修改。");
        return _case.Closed ? No("本事项已办结，不能再提出异议。")
            : StandsStill() is { } still ? No(still)
            : IsOfAskedUnit(ask);
    }

    private Permission IsOfAskedUnit(AskFact ask)
    {
        if (_person.Unit != ask.Unit)
            return No("该请办发给其他单位，您不能代为答复。");
        var vocabulary = Vocabulary.Named(ask.Vocabulary);
        return vocabulary.AnsweredBy switch
        {
            AnsweredBy.Office when !IsOffice() => No($"只有{OfficeName()}经办人可以办理“{vocabulary.Label}”。"),
            AnsweredBy.Head when !_person.Is(Role.Head) => No($"“{vocabulary.Label}”须由单位负责人本人办理。"),
            AnsweredBy.Head when SigningWords.NotThePrincipal(_person, ask, vocabulary.Label) is { } why => No(why),
            AnsweredBy.OwnAction => No($"“{vocabulary.Label}”请在事项页面中办理，不能直接答复。"),
            _ => Yes,
        };
    }

    private string? Settled(AskFact ask) =>
        _case.Closed
            ? "本事项已办结，不能再答复。"
            : StandsStill()
                ?? ask.State switch
                {
                    AskState.Open => null,
                    AskState.Answered or AskState.Deemed when ask.MayBeRevised && !ask.IsInner => null,
                    AskState.Answered => "本轮已结束，答复不能再改。",
                    AskState.Deemed => "已按逾期规则处理，本轮已结束。",
                    AskState.Waiting => "尚未轮到该单位办理。",
                    AskState.Delegated => "已委托其他单位先行办理，办理后将返回；也可以收回委托。",
                    AskState.Withdrawn => "该请办已撤回。",
                    AskState.Replaced => "该请办已转出，请到新的请办中办理。",
                };

    private AskFact? Find(string askId) => _case.Asks.FirstOrDefault(a => a.Id == askId);
}
