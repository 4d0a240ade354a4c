using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using Target = JointMeeting.Documents.Recognising.Figures.Target;

namespace JointMeeting.Web.Intake;

/// <summary>What a document says about itself: its head, the reports it asks for, the numbers it sets and reports, what it cites.</summary>
internal sealed class DocumentProposals(Notice notice, Places places)
{
    /// <summary>Title, number, issuer and date; empty ones to be filled in.</summary>
    public IEnumerable<Proposed> Head()
    {
        var heading = notice.Heading;
        var title = heading.Title ?? notice.Ledger?.Title;
        yield return Head(HeadingField.Title, title?.Value, title?.Line, "title");
        yield return Head(
            HeadingField.DocumentNumber,
            heading.Number?.Value.Canonical ?? heading.Number?.Value.Raw,
            heading.Number?.Line,
            "documentNumber"
        );
        yield return Head(HeadingField.Issuer, heading.Issuer?.Value, heading.Issuer?.Line, "issuer");
        yield return Head(
            HeadingField.IssueDate,
            heading.Issued is { } issued ? Ledger.Moment.Text(issued.Value) : null,
            heading.Issued?.Line,
            "issueDate"
        );
    }

    /// <summary>Duties, targets, indicators and citations.</summary>
    public IEnumerable<Proposed> Contents() =>
        [
            .. notice.Duties.Select(Duty),
            .. notice.Targets.Select(Goal),
            .. notice.Indicators.Select(Reached),
            .. notice.Citations.Select(Cited),
        ];

    private Proposed Head(HeadingField field, string? text, int? line, string path)
    {
        var value = ProposalValues.Write(new ProposedHeading(field, text ?? ""));
        var label = ProposalWords.Label(field);
        return line is { } known
            ? places.Proposed(ProposalKind.Heading, label, known, value, places.DoubtOf(path))
            : new(ProposalKind.Heading, label, null, null, value, $"没有认出{label}，请更正补上");
    }

    private Proposed Duty(Duty duty, int at) =>
        places.Proposed(
            ProposalKind.Duty,
            $"报送 {duty.Number}",
            duty.Line,
            ProposalValues.Write(
                new ProposedDuty(
                    duty.Name + (duty.Scope is { } scope ? $"（{scope}）" : ""),
                    duty.Reporters ?? "",
                    duty.To ?? "",
                    duty.Period,
                    duty.Due?.Value.Raw ?? "",
                    duty.Fields
                )
            ),
            places.DoubtOf($"duties[{at}]")
        );

    private Proposed Goal(Target target, int at) =>
        places.Proposed(
            ProposalKind.Target,
            target.Row is { } row ? $"分工表第 {row} 项"
                : target.Clause is { } clause ? $"第 {clause} 条"
                : target.Scope ?? $"目标 {at + 1}",
            target.Line,
            ProposalValues.Write(
                new ProposedTarget(
                    target.Name is { } name ? $"{name}" : target.Text,
                    target.Scope ?? "",
                    string.Join("、", target.Values.Select(value => Bound(target.Op) + Number(value) + target.Unit))
                )
                {
                    Task = TaskOf(target),
                }
            ),
            places.DoubtOf($"targets[{at}]")
        );

    /// <summary>The row it stands in, or the only row that carries out its clause; a person may choose another.</summary>
    private string? TaskOf(Target target) =>
        target.Row is { } row ? $"{row}"
        : target.Clause is { } clause && notice.Tasks.Where(task => task.Clause == clause).ToList() is [var only]
            ? $"{only.Number}"
        : null;

    private Proposed Reached(Indicator indicator, int at) =>
        places.Proposed(
            ProposalKind.Indicator,
            $"指标 {at + 1}",
            indicator.Line,
            ProposalValues.Write(
                new ProposedIndicator(
                    indicator.Name,
                    indicator.Target is { } target ? Bound(indicator.Op) + Number(target) + indicator.Unit : "",
                    indicator.Actual is { } actual
                        ? Number(actual) + indicator.Unit
                        : string.Join("、", indicator.Parts.Select(part => part.Name + Number(part.Value))),
                    indicator.Raw
                )
            ),
            places.DoubtOf($"indicators[{at}]")
        );

    private Proposed Cited(CitedDocument cited, int at) =>
        places.Proposed(
            ProposalKind.Citation,
            $"引用 {at + 1}",
            cited.Line,
            ProposalValues.Write(new ProposedCitation(cited.Title, cited.Number?.Canonical ?? cited.Raw)),
            places.DoubtOf($"citations[{at}]")
        );

    private static string Number(decimal value) => value.ToString("0.########");

    private static string Bound(string? op) =>
        op switch
        {
            ">=" => "≥ ",
            "<=" => "≤ ",
            ">" => "> ",
            "<" => "< ",
            _ => "",
        };
}
