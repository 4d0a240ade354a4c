using System.Text.Json.Nodes;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Domain.Numbers;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a notice cites, times and obliges to, and what is to be looked at, as JSON.</summary>
internal static class NoticePartsJson
{
    public static JsonNode Citation(CitedDocument cited) =>
        new JsonObject
        {
            ["title"] = cited.Title,
            ["documentNumber"] = cited.Number?.Canonical ?? cited.Number?.Raw,
            ["raw"] = cited.Raw,
            ["status"] = (cited.Number?.Status ?? DocumentNumberStatus.Incomplete).Word(),
            ["complete"] = cited.IsComplete,
            ["line"] = cited.Line,
        };

    public static JsonNode Named(NamedDocument document) =>
        new JsonObject
        {
            ["title"] = document.Title,
            ["as"] = document.As.Word(),
            ["law"] = document.IsLaw,
            ["line"] = document.Line,
        };

    public static JsonNode Proposals(ProposalCount count) =>
        new JsonObject
        {
            ["raw"] = count.Raw,
            ["total"] = count.Total,
            ["lead"] = count.Lead,
            ["assist"] = count.Assist,
            ["clause"] = count.Clause,
            ["line"] = count.Line,
        };

    public static JsonNode Duty(Duty duty) =>
        new JsonObject
        {
            ["number"] = duty.Number,
            ["name"] = duty.Name,
            ["scope"] = duty.Scope,
            ["reporters"] = duty.Reporters,
            ["reportersStated"] = duty.ReportersStated,
            ["to"] = duty.To,
            ["period"] = duty.Period,
            ["due"] = NoticeJson.Deadline(duty.Due),
            ["fields"] = NoticeJson.Strings(duty.Fields),
            ["openEnded"] = duty.OpenEnded,
            ["clause"] = duty.Clause,
            ["raw"] = duty.Raw,
            ["line"] = duty.Line,
        };

    public static JsonNode Time(StatedTime time) =>
        new JsonObject
        {
            ["raw"] = time.Raw,
            ["kind"] = time.Kind.Word(),
            ["start"] = NoticeJson.Date(time.Start),
            ["end"] = NoticeJson.Date(time.End),
            ["period"] = time.Period,
            ["inName"] = time.InName,
            ["line"] = time.Line,
            ["count"] = time.Count,
            ["doubt"] = time.Doubt,
        };

    public static JsonNode Finding(Finding finding) =>
        new JsonObject
        {
            ["kind"] = finding.Kind.Word(),
            ["row"] = finding.Row,
            ["clause"] = finding.Clause,
            ["text"] = finding.Text,
            ["units"] = NoticeJson.Strings(finding.Units),
            ["line"] = finding.Line,
            ["confidence"] = finding.Confidence,
            ["repair"] = finding.Repair,
            ["support"] = finding.Support,
            ["values"] = NoticeJson.Strings(finding.Values),
        };

    public static JsonNode Doubt(ProposedFact fact) =>
        new JsonObject
        {
            ["path"] = fact.Path,
            ["why"] = NoticeJson.Strings(fact.Doubts),
            ["line"] = fact.Line,
        };
}
