using JointMeeting.Domain.Rights;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using MassTransit;

namespace JointMeeting.Services.Office;

/// <summary>What desks tell the office.</summary>
internal sealed class OfficeConsumer(Steps steps, DeskAnswers answers)
    : IConsumer<AskDelivered>,
        IConsumer<AnswerGiven>,
        IConsumer<ReplyDrafted>
{
    /// <inheritdoc />
    public Task Consume(ConsumeContext<AskDelivered> context) =>
        steps.Act(
            Person.System,
            context.Message.CaseId,
            new MarkDelivered(context.Message.AskId),
            $"delivered:{context.Message.AskId}"
        );

    /// <inheritdoc />
    public Task Consume(ConsumeContext<AnswerGiven> context) => answers.Take(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<ReplyDrafted> context) => answers.Take(context.Message);
}
