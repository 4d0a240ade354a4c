using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.ItemLists;

internal enum ItemColumn
{
    Serial,
    Number,
    Kind,
    Session,
    Title,
    Text,
    Lead,
    Signers,
    Constituency,
    Contact,
    Suggested,
    Host,
    CoHandlers,
    Separate,
    Key,
    Leader,
    Outside,
    Assigned,
    Due,
}

/// <summary>Header cells of the yearly lists of suggestions and proposals, by the headings that offices use.</summary>
internal static class ItemColumns
{
    private static readonly (ItemColumn Column, Regex Words)[] Known =
    [
        (ItemColumn.Serial, Of("序号|序列")),
        (ItemColumn.Outside, Of("(省|市|国家|上级|外部|外网)?(平台|系统)(编号|流水号|件号|号)|外部编号")),
        (ItemColumn.Number, Of("(建议|提案|案件|议案|件|案)?(编号|号)|案号|件号|编号")),
        (ItemColumn.Kind, Of("(建议|提案|案件|件)?(种类|类型|类别)|件别")),
        (ItemColumn.Session, Of("届次|会次|届(别|会)|会议(届次|名称)?|届次会议")),
        (ItemColumn.Title, Of("(建议|提案|案件|议案)?(标题|题目|名称)|案由|建议提案(标题|名称|题目)|(建议|提案)")),
        (ItemColumn.Text, Of("(建议|提案|主要|具体|案由)?(内容|正文)|内容摘要|摘要")),
        (
            ItemColumn.Lead,
            Of(
                "领衔(代表|人|委员)?|第一提案(人|者)|提案(人|者)|提出(人|者|代表)|(代表|委员|建议人)(姓名)?|第一(建议)?人|领衔代表姓名"
            )
        ),
        (
            ItemColumn.Signers,
            Of("附议(人|代表)?|联名(人|代表|提案人|委员)?|联合提案人|其他(代表|委员|提案人)|附议代表姓名")
        ),
        (ItemColumn.Constituency, Of("代表团|(所属|所在)?(界别|选区|代表团)|党派(团体)?|所属党派|组别")),
        (ItemColumn.Contact, Of("(代表|委员)?(联系)?(电话|方式|手机)(号码)?|手机号码?|联系方式")),
        (
            ItemColumn.Suggested,
            Of("(建议|拟|拟定|预分办|拟交办|初拟)(承办|主办|办理|交办)?(单位|部门)|拟办(单位|意见)|分办意见")
        ),
        (ItemColumn.Separate, Of("(分别办理|分办)(单位|部门)?|分别办理")),
        (ItemColumn.Host, Of("(主办|承办|独办|单办|牵头)(单位|部门)?")),
        (ItemColumn.CoHandlers, Of("(协办|会办|配合|协同)(单位|部门)?|协(会)?办(单位|部门)?|[协会]办单位")),
        (ItemColumn.Key, Of("(是否)?重点(件|建议|提案|督办)?(件)?|是否重点")),
        (ItemColumn.Leader, Of("(领办|督办|领衔督办|领衔办理|分管)(市|县|区|州)?领导|(市|县|区|州)领导")),
        (ItemColumn.Assigned, Of("(交办|收到|收文|提出|提交|立案)(日期|时间)")),
        (ItemColumn.Due, Of("(办理|答复|办复|办结|完成)(期限|时限|截止(日期|时间)?|日期)|截止(日期|时间)")),
    ];

    public static ItemColumn? Read(string squeezed)
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
    public static bool IsItemList(IReadOnlyCollection<ItemColumn> columns) =>
        columns.Contains(ItemColumn.Title)
        && columns.Any(c => c is ItemColumn.Number or ItemColumn.Serial or ItemColumn.Lead or ItemColumn.Host);

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
