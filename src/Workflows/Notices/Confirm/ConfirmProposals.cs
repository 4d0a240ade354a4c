using System.Text.Json;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Workflows.Notices.Confirm;

/// <summary>全部采纳 of one kind; what was already decided stays as it is.</summary>
public sealed record AcceptAll(ProposalKind Kind) : ActionCommand(Actions.Confirm)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var waiting = await step.Session.Query<ProposalRow>(
            "select * from proposal where case_id = @CaseId and kind = @kind and state = 'Pending' order by position",
            new { step.CaseId, kind = Kind.ToString() }
        );
        // What a word stands for cannot be accepted where nothing is proposed.
        var accepted = waiting.Where(p => !ProposalValues.IsUnread(p.Kind, p.Value)).ToList();
        if (accepted.Count == 0)
            throw new Refusal(
                waiting.Count == 0 ? "这一类没有待确认的项目。"
                : Kind is ProposalKind.MonthEntry
                    ? "余下的月度安排没有写明由谁办理或是哪一年，请逐项更正补上，或不采纳。"
                : "这一类余下的项目没有建议的读法，请逐项更正或不采纳。"
            );
        foreach (var proposal in accepted)
        {
            await step.Session.Execute(
                "update proposal set state = @state, decided_by = @by, decided_at = @at where id = @Id",
                new
                {
                    proposal.Id,
                    state = (
                        proposal.Value == proposal.Original ? ProposalState.Accepted : ProposalState.Corrected
                    ).ToString(),
                    by = step.Actor.Name,
                    at = Moment.Text(step.Now),
                }
            );
            await Learned.From(step, proposal, ProposalState.Accepted, proposal.Value);
        }
        step.Say($"采纳{ProposalWords.Label(Kind)} {accepted.Count} 项");
    }
}

/// <summary>
/// 采纳, 更正 or 不采纳 one proposal; may be decided again until the mechanism is founded. 采纳 takes the value that waits
/// for a person; on a decided one it takes back what was recognised (恢复识别值).
/// </summary>
/// <param name="Corrected">The corrected value as JSON of its kind, with <see cref="ProposalState.Corrected"/>.</param>
public sealed record Decide(string ProposalId, ProposalState State, string? Corrected = null)
    : ActionCommand(Actions.Confirm)
{
    /// <summary>Version of the proposal that the person saw; null where no form showed it.</summary>
    public string? Seen { get; init; }

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var proposal =
            await step.Session.One<ProposalRow>(
                "select * from proposal where id = @ProposalId and case_id = @CaseId",
                new { ProposalId, step.CaseId }
            ) ?? throw new Refusal("没有找到该识别项，请刷新页面。");
        if (Seen is not null && Seen != proposal.Version)
            throw new Refusal(
                $"“{proposal.Label}”在您打开页面后已由{proposal.DecidedBy ?? "别人"}改为“{ProposalWords.Label(proposal.State)}”，请看过现在的内容再决定。"
            );
        var value = State switch
        {
            ProposalState.Corrected => Checked(proposal.Kind, Corrected),
            ProposalState.Accepted when ProposalValues.IsUnread(proposal.Kind, proposal.Original) => throw new Refusal(
                proposal.Kind is ProposalKind.MonthEntry
                    ? $"“{proposal.Label}”{ProposalValues.Read<ProposedMonthEntry>(proposal.Original).Missing()}，请更正补上，或不采纳。"
                    : $"“{proposal.Label}”没有建议的读法，请更正或不采纳。"
            ),
            ProposalState.Accepted when proposal.State is ProposalState.Pending => proposal.Value,
            ProposalState.Accepted or ProposalState.Rejected => proposal.Original,
            ProposalState.Pending => throw new Refusal("请选择采纳、更正或不采纳。"),
        };
        var state = State is ProposalState.Accepted && value != proposal.Original ? ProposalState.Corrected : State;
        await step.Session.Execute(
            "update proposal set state = @state, value = @value, decided_by = @by, decided_at = @at where id = @ProposalId",
            new
            {
                ProposalId,
                state = state.ToString(),
                value,
                by = step.Actor.Name,
                at = Moment.Text(step.Now),
            }
        );
        await Learned.From(step, proposal, state, value);
        var again =
            proposal.Kind is ProposalKind.Heading
                ? await Head.Set(step, ProposalValues.Read<ProposedHeading>(value), state)
                : 0;
        step.Say(
            $"{ProposalWords.Label(state)}{ProposalWords.Label(proposal.Kind)}“{proposal.Label}”"
                + (again > 0 ? $"；{again} 项时限没有写年份，须重新核对" : ""),
            new { proposal.Original, value }
        );
    }

    private static string Checked(ProposalKind kind, string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            throw new Refusal("请填写更正后的内容。");
        if (
            ProposalValues.Parse(kind, json) is ProposedReading reading
            && kind is ProposalKind.Status
            && !Enum.IsDefined(typeof(LedgerStatus), reading.To)
        )
            throw new Refusal($"“{reading.To}”不是台账状态，请从列表中选择。");
        return json;
    }
}

/// <summary>
/// What a person confirms of the head is how lists and links name the document from then on; what a person does not
/// accept (不采纳) names it no longer.
/// </summary>
internal static class Head
{
    /// <returns>How many deadlines are to be looked at again, because they were worked out from another date.</returns>
    public static async Task<int> Set(Step step, ProposedHeading heading, ProposalState state)
    {
        var text = state is ProposalState.Rejected || heading.Text.Length == 0 ? null : heading.Text;
        if (
            heading.What is HeadingField.IssueDate
            && text is not null
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _)
        )
            throw new Refusal("成文日期须写成年月日，例如 2026-03-05。");
        var again = heading.What is HeadingField.IssueDate ? await DeadlinesByAnotherDate.AskAgain(step, text) : 0;
        await step.Session.Execute(
            heading.What switch
            {
                HeadingField.Title => "update notice set title = @text where case_id = @CaseId",
                HeadingField.DocumentNumber => "update notice set document_number = @text where case_id = @CaseId",
                HeadingField.Issuer => "update notice set issuer = @text where case_id = @CaseId",
                HeadingField.IssueDate => "update notice set issue_date = @text where case_id = @CaseId",
            },
            new { step.CaseId, text }
        );
        return again;
    }
}

/// <summary>Reads proposal values.</summary>
public static class ProposalValues
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The value as its record.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new Refusal("内容为空，请重新填写。");

    /// <summary>The stored form of a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>A word for which no meaning is proposed, a part of the head that was not found, work of nobody or of no year.</summary>
    public static bool IsUnread(ProposalKind kind, string json) =>
        kind switch
        {
            ProposalKind.Column or ProposalKind.Unit or ProposalKind.Status => Read<ProposedReading>(json).To.Length
                == 0,
            ProposalKind.Heading => Read<ProposedHeading>(json).Text.Length == 0,
            ProposalKind.MonthEntry => Read<ProposedMonthEntry>(json).Missing() is not null,
            ProposalKind.Recipient
            or ProposalKind.Person
            or ProposalKind.Clause
            or ProposalKind.Task
            or ProposalKind.Repair
            or ProposalKind.Duty
            or ProposalKind.Target
            or ProposalKind.Indicator
            or ProposalKind.Citation
            or ProposalKind.Finding => false,
        };

    /// <summary>Checks that a corrected value has the form of its kind.</summary>
    /// <exception cref="Refusal">It has not.</exception>
    public static object Parse(ProposalKind kind, string json)
    {
        try
        {
            return kind switch
            {
                ProposalKind.Heading => Read<ProposedHeading>(json),
                ProposalKind.Recipient => Read<ProposedRecipient>(json),
                ProposalKind.Duty => Read<ProposedDuty>(json),
                ProposalKind.Target => Read<ProposedTarget>(json),
                ProposalKind.Indicator => Read<ProposedIndicator>(json),
                ProposalKind.Citation => Read<ProposedCitation>(json),
                ProposalKind.Person => Read<ProposedPerson>(json),
                ProposalKind.Clause => Read<ProposedClause>(json),
                ProposalKind.Column or ProposalKind.Unit or ProposalKind.Status => Read<ProposedReading>(json),
                ProposalKind.Task => Read<ProposedTask>(json),
                ProposalKind.MonthEntry => Read<ProposedMonthEntry>(json),
                ProposalKind.Repair => Read<ProposedRepair>(json),
                ProposalKind.Finding => Read<ProposedFinding>(json),
            };
        }
        catch (JsonException)
        {
            throw new Refusal("更正内容格式不对，请检查日期和必填项后重新提交。");
        }
    }
}
