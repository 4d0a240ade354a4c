using JointMeeting.Services.Contracts.V1;
using MassTransit;

namespace JointMeeting.Services.Department;

/// <summary>What the office tells a desk.</summary>
internal sealed class DeskConsumer(Desk desk)
    : IConsumer<AskOpened>,
        IConsumer<AskSettled>,
        IConsumer<AskReminded>,
        IConsumer<TextChanged>,
        IConsumer<DueChanged>,
        IConsumer<CopySent>,
        IConsumer<AnswerRefused>,
        IConsumer<ItemAssigned>
{
    /// <inheritdoc />
    public Task Consume(ConsumeContext<AskOpened> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<AskSettled> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<AskReminded> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<TextChanged> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<DueChanged> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<CopySent> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<AnswerRefused> context) => desk.Receive(context.Message);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<ItemAssigned> context) => desk.Receive(context.Message);
}
