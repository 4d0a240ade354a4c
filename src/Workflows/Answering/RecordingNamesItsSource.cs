using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Answering;

/// <summary>
/// 代录 must say who gave the answer and how. A signature, and an answer on paper, is recorded only with its scan
/// (党政机关公文处理工作条例 Art. 22: the signer's own hand); and so is one that replaces what the unit answered itself.
/// </summary>
internal static class RecordingNamesItsSource
{
    public static void Check(
        AskRow ask,
        AnswerRow? before,
        RecordedFrom from,
        DateTimeOffset now,
        IReadOnlyList<Upload>? files
    )
    {
        if (string.IsNullOrWhiteSpace(from.Who))
            throw new Refusal("代录须填写答复人（对方单位的姓名、职务）。");
        if (string.IsNullOrWhiteSpace(from.Channel))
            throw new Refusal("代录须选择答复渠道（电话、纸质、当面等）。");
        if (from.At > now)
            throw new Refusal("代录的答复时间不能晚于现在，请核对。");
        var onPaper = from.Channel == "纸质" || Vocabulary.Named(ask.Vocabulary).Bond == TextBond.Signs;
        if (onPaper && files is not { Count: > 0 })
            throw new Refusal("纸质答复和签发的代录须上传签字页扫描件。");
        if (before?.Origin == AnswerOrigin.Explicit && files is not { Count: > 0 })
            throw new Refusal("该单位已自行答复。以代录替换的，须上传该单位签字页扫描件；也可请该单位自行修改。");
    }
}
