using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>What a column of such a list holds.</summary>
public enum ItemColumn
{
    /// <summary>序号.</summary>
    Serial,

    /// <summary>编号.</summary>
    Number,

    /// <summary>类别.</summary>
    Kind,

    /// <summary>届次.</summary>
    Session,

    /// <summary>标题, 案由.</summary>
    Title,

    /// <summary>内容.</summary>
    Text,

    /// <summary>领衔人.</summary>
    Lead,

    /// <summary>附议人, 联名人.</summary>
    Signers,

    /// <summary>代表团, 界别.</summary>
    Constituency,

    /// <summary>联系电话.</summary>
    Contact,

    /// <summary>建议承办单位.</summary>
    Suggested,

    /// <summary>主办单位.</summary>
    Host,

    /// <summary>协办单位.</summary>
    CoHandlers,

    /// <summary>分办单位.</summary>
    Separate,

    /// <summary>是否重点.</summary>
    Key,

    /// <summary>督办领导.</summary>
    Leader,

    /// <summary>平台编号.</summary>
    Outside,

    /// <summary>交办日期.</summary>
    Assigned,

    /// <summary>办理期限.</summary>
    Due,

    /// <summary>收到日期.</summary>
    Received,

    /// <summary>办理状态, 是否答复: a word.</summary>
    Status,

    /// <summary>办理情况: a word, or a text of progress.</summary>
    Situation,

    /// <summary>办理进展.</summary>
    Progress,

    /// <summary>签收日期.</summary>
    Signed,

    /// <summary>答复日期: the day it was answered, not the day it is due.</summary>
    Replied,

    /// <summary>办结日期.</summary>
    Closed,

    /// <summary>答复文号.</summary>
    ReplyNumber,

    /// <summary>答复类别, 办理结果.</summary>
    Class,

    /// <summary>满意度, 代表意见.</summary>
    Feedback,

    /// <summary>备注.</summary>
    Remarks,

    /// <summary>原表位置, as this program writes it where a list is shown to be corrected.</summary>
    Place,
}

/// <summary>Header cells of the yearly lists of suggestions and proposals, by the headings that offices use.</summary>
public static class ItemColumns
{
    private static readonly (ItemColumn Column, Regex Words)[] Known =
    [
        (ItemColumn.Serial, Words("序号|序列")),
        (ItemColumn.Outside, Words("(省|市|国家|上级|外部|外网)?(平台|系统)(编号|流水号|件号|号)|外部编号")),
        (ItemColumn.Number, Words("(建议|提案|案件|议案|件|案)?(编号|号)|案号|件号|编号")),
        (ItemColumn.Kind, Words("(建议|提案|案件|件)?(种类|类型|类别)|件别")),
        (ItemColumn.Session, Words("届次|会次|届(别|会)|会议(届次|名称)?|届次会议")),
        (ItemColumn.Title, Words("(建议|提案|案件|议案)?(标题|题目|名称)|案由|建议提案(标题|名称|题目)|(建议|提案)")),
        (ItemColumn.Text, Words("(建议|提案|主要|具体|案由)?(内容|正文)|内容摘要|摘要")),
        (
            ItemColumn.Lead,
            Words(
                "领衔(代表|人|委员)?|第一提案(人|者)|提案(人|者)|提出(人|者|代表)|(代表|委员|建议人)(姓名)?|第一(建议)?人|领衔代表姓名"
            )
        ),
        (
            ItemColumn.Signers,
            Words("附议(人|代表)?|联名(人|代表|提案人|委员)?|联合提案人|其他(代表|委员|提案人)|附议代表姓名")
        ),
        (ItemColumn.Constituency, Words("代表团|(所属|所在)?(界别|选区|代表团)|党派(团体)?|所属党派|组别")),
        (ItemColumn.Contact, Words("(代表|委员)?(联系)?(电话|方式|手机)(号码)?|手机号码?|联系方式")),
        (
            ItemColumn.Suggested,
            Words("(建议|拟|拟定|预分办|拟交办|初拟)(承办|主办|办理|交办)?(单位|部门)|拟办(单位|意见)|分办意见")
        ),
        (ItemColumn.Separate, Words("(分别办理|分办)(单位|部门)?|分别办理")),
        (ItemColumn.Host, Words("(主办|承办|独办|单办|牵头)(单位|部门)?")),
        (ItemColumn.CoHandlers, Words("(协办|会办|配合|协同)(单位|部门)?|协(会)?办(单位|部门)?|[协会]办单位")),
        (ItemColumn.Key, Words("(是否)?重点(件|建议|提案|督办)?(件)?|是否重点")),
        (ItemColumn.Leader, Words("(领办|督办|领衔督办|领衔办理|分管)(市|县|区|州)?领导|(市|县|区|州)领导")),
        (ItemColumn.Assigned, Words("交办(日期|时间)")),
        (ItemColumn.Received, Words("(收到|收文|提出|提交|立案)(日期|时间)")),
        (
            ItemColumn.Due,
            Words(
                "(办理|答复|办复|办结|完成)(期限|时限|截止(日期|时间)?)|(办理|完成)日期|(应|规定|要求)(答复|办复|办结|完成)(日期|时间)|截止(日期|时间)"
            )
        ),
        (ItemColumn.Signed, Words("(单位|承办单位)?签收(日期|时间)")),
        (ItemColumn.Replied, Words("(实际)?(答复|办复|复函)(日期|时间)")),
        (ItemColumn.Closed, Words("(实际)?(办结|结案)(日期|时间)|实际完成(日期|时间)")),
        (ItemColumn.ReplyNumber, Words("(答复|办复|复函|答复函)(文件)?(文号|字号|编号|号)|发文(字)?号|文号")),
        (ItemColumn.Class, Words("(答复|办复|办理|办理结果|结果)(类别|分类|类型)|(办理|答复|办复)结果")),
        (
            ItemColumn.Feedback,
            Words(
                "(代表|委员|提案人|建议人)?(是否)?满意(度|率|情况|程度)?|(代表|委员|提案人|建议人)(反馈)?意见|反馈(意见|情况|结果)|(代表|委员)(反馈|评价)(情况|结果)?"
            )
        ),
        (ItemColumn.Status, Words("(办理|答复|办复|办结|目前|当前|进展)?状态|是否已?(答复|办复|办结)")),
        (ItemColumn.Situation, Words("(办理|办复|答复|办结)(情况|状况)")),
        (ItemColumn.Progress, Words("(目前|当前|最新|最近|办理|工作|落实)?(进展|进度)(情况)?|(推进|落实)情况")),
        (ItemColumn.Remarks, Words("备注|其他说明|说明")),
        (ItemColumn.Place, Words("原表位置")),
    ];

    /// <summary>What a column with that heading holds, or null where no office heads one so.</summary>
    public static ItemColumn? Of(string heading) => Read(Folding.Squeeze(heading));

    internal static ItemColumn? Read(string squeezed)
    {
        var plain = squeezed.Replace("（", "(").Replace("）", ")");
        if (plain.IndexOf('(') is > 0 and var bracket)
            plain = plain[..bracket];
        if (plain.Length is 0 or > 12)
            return null;
        foreach (var (column, words) in Known)
            if (words.IsMatch(plain))
                return column;
        return null;
    }

    /// <summary>A list of items has a title and says of each who asked, its number or who handles it.</summary>
    internal static bool IsItemList(IReadOnlyCollection<ItemColumn> columns) =>
        columns.Contains(ItemColumn.Title)
        && columns.Any(c => c is ItemColumn.Number or ItemColumn.Serial or ItemColumn.Lead or ItemColumn.Host);

    private static Regex Words(string words) => new($"^({words})$", Patterns.Linear);
}
