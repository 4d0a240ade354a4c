namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>
/// A list as cells that a person corrects and that are read again. They are the words of the list itself, so that what was
/// not understood is found again and asked for again; what was said of the reading stands above them.
/// </summary>
public static class ItemListText
{
    private const string Notices = "读取说明";

    private static readonly (ItemColumn Column, string Heading)[] OfEveryList =
    [
        (ItemColumn.Number, "编号"),
        (ItemColumn.Title, "标题"),
        (ItemColumn.Lead, "领衔代表"),
        (ItemColumn.Signers, "附议人"),
        (ItemColumn.Constituency, "代表团"),
        (ItemColumn.Contact, "联系电话"),
        (ItemColumn.Kind, "类别"),
        (ItemColumn.Session, "届次"),
        (ItemColumn.Suggested, "建议承办单位"),
        (ItemColumn.Host, "主办单位"),
        (ItemColumn.CoHandlers, "协办单位"),
        (ItemColumn.Separate, "分办单位"),
        (ItemColumn.Key, "是否重点"),
        (ItemColumn.Leader, "督办领导"),
        (ItemColumn.Outside, "平台编号"),
        (ItemColumn.Received, "收到日期"),
        (ItemColumn.Assigned, "交办日期"),
        (ItemColumn.Due, "办理期限"),
        (ItemColumn.Text, "内容"),
        (ItemColumn.Remarks, "备注"),
        (ItemColumn.Place, "原表位置"),
    ];

    private static readonly (ItemColumn Column, string Heading)[] OfALedger =
    [
        (ItemColumn.Signed, "签收日期"),
        (ItemColumn.Status, "办理状态"),
        (ItemColumn.Situation, "办理情况"),
        (ItemColumn.Progress, "办理进展"),
        (ItemColumn.Replied, "答复日期"),
        (ItemColumn.Closed, "办结日期"),
        (ItemColumn.ReplyNumber, "答复文号"),
        (ItemColumn.Class, "答复类别"),
        (ItemColumn.Feedback, "满意度"),
    ];

    /// <summary>The list as lines of cells with tabs between them.</summary>
    public static string Of(ItemList list)
    {
        (ItemColumn Column, string Heading)[] columns = list.IsLedger ? [.. OfEveryList, .. OfALedger] : OfEveryList;
        var rows = list
            .Items.Select(item => columns.Select(c => Cell(item, c.Column)))
            .Prepend(columns.Select(c => c.Heading));
        if (list.Notices.Count > 0)
            rows = rows.Prepend(list.Notices.Prepend(Notices));
        return string.Join('\n', rows.Select(row => string.Join('\t', row.Select(Quoted))));
    }

    /// <summary>The row above the header that says what was said of the reading.</summary>
    internal static bool IsNotices(IEnumerable<GridCell> row) => row.FirstOrDefault()?.Text.Trim() == Notices;

    private static string Cell(ListedItem item, ItemColumn column) =>
        column == ItemColumn.Place ? item.Place : item.Cells.GetValueOrDefault(column, "");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\t\n\"") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}
