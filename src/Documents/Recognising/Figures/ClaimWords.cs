using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The words with which a report goes on about a figure: what it is compared with, claimed, or short of.</summary>
internal static class ClaimWords
{
    public static readonly Regex Compares = new(
        "^(比|较|同比|环比|与|上年|去年|同期|增幅|降幅|增速|增长|下降|增加|减少|上升|回落|提高|提升|降低|收窄)",
        Patterns.Linear
    );
    public static readonly Regex Claims = new(
        "超额完成|超过|超出|高于|优于|好于|远超|未达到|未完成|达到|完成|实现|达标|低于|控制在",
        Patterns.Linear
    );
    public static readonly Regex Fails = new("未达|未完成|低于|尚未", Patterns.Linear);
    public static readonly Regex Falls = new("下降|减少|降低|回落", Patterns.Linear);

    /// <summary>What is the better the less of it there is: below its goal means that it is met.</summary>
    public static readonly Regex BetterLow = new(
        "失业率|事故|死亡|伤亡|能耗|浓度|投诉|流失|辍学|不良|大班额|负债|超期|发病|漏损|返贫|信访量|发案",
        Patterns.Linear
    );
    public static readonly Regex UnderWay = new("^(正在|在建|其余|未|正)", Patterns.Linear);
    public static readonly Regex Caps = new("控制在|不超过|不高于|以内|以下|上限|红线|控制线|突破", Patterns.Linear);
    public static readonly Regex Remains = new(
        "余下|剩余|(还|尚|仍)(有|余|剩|差)|还差|^(差|短缺|缺口|少)[0-9]",
        Patterns.Linear
    );
    public static readonly Regex Above = new("高于|超过|未达|未完成", Patterns.Linear);
    public static readonly Regex Last = new("(去年|上年|同期|往年)[^，,。;；]{0,8}$", Patterns.Linear);
    public static readonly Regex Item = new("^[一二三四五六七八九十]是", Patterns.Linear);
    public static readonly Regex StartsDone = new(
        "^(目前|现|截至[^,，]{0,10}|[0-9]{1,2}月?[-—–~～至][0-9]{1,2}月份?)?(已|实际|累计)+[^0-9]{1,6}[0-9]",
        Patterns.Linear
    );
    public static readonly Regex ShareOfGoal = new("的[0-9.]+[%％]", Patterns.Linear);

    /// <summary>旅游投诉按期办结率: the more of it the better, whatever it is about.</summary>
    public static readonly Regex Handles = new("办结|处置|化解|整改|满意|完成|按期|达标|下降", Patterns.Linear);

    /// <summary>What stands in front of a figure of the past: 较上年末的, 上年同期为.</summary>
    public static readonly Regex WasBefore = new(
        "(上年|去年|上年度|同期|年初|月末|年末|年底|季度末)(同期|末|底)?的?(为|是)?$",
        Patterns.Linear
    );

    /// <summary>One month alone, and not all up to it.</summary>
    public static readonly Regex OfAMonth = new(
        "^(其中)?([0-9]{1,2}月份?|本月|当月|上月|[一二三四]季度)(当月)?(新增|完成|实现|处置|开工|建成)",
        Patterns.Linear
    );

    /// <summary>的目标值, 的建设任务, 的年度上限 behind a figure: that figure is the goal, whatever stands before it.</summary>
    public static readonly Regex NamesGoal = new(
        "^(的[^,，。;；、0-9]{0,6}?|[^,，。;；、0-9未没不达完实]{0,4}?)(目标|任务|计划|要求|上限|下限|底线|红线|控制线|指标|规模)",
        Patterns.Linear
    );
    public static readonly Regex Short = new("欠|差|离|距|短缺|缺口|未达|没有达到|不及", Patterns.Linear);
}
