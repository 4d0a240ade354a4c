using JointMeeting.Services.Department;
using JointMeeting.Services.Office;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Timers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Services.Bus;

/// <summary>Adds the office service and the desks; the same code within the process and on RabbitMQ.</summary>
public static class Registration
{
    /// <summary>Adds them. The kernel (database, steps, time) must be registered too.</summary>
    public static IServiceCollection AddDesks(this IServiceCollection services, DeskSettings settings)
    {
        // A lost connection is told once, by the watch; failed messages are still errors here.
        services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.Error));
        services.AddSingleton(settings);
        services.AddMassTransit(bus =>
        {
            if (settings.Broker is { } broker)
                bus.UsingRabbitMq(
                    (context, rabbit) =>
                    {
                        rabbit.Host(broker, host => Connect(broker, host));
                        rabbit.ReceiveEndpoint(settings.QueueOf(DeskSettings.Office), queue => Office(queue, context));
                    }
                );
            else
                bus.UsingInMemory(
                    (context, memory) =>
                        memory.ReceiveEndpoint(settings.QueueOf(DeskSettings.Office), queue => Office(queue, context))
                );
        });
        services.TryAddSingleton<DueTimers>();
        services.TryAddSingleton<BulkWorker>();
        services.AddSingleton<Post>();
        services.AddSingleton<BrokerWatch>();
        services.AddSingleton<DeskAnswers>();
        services.AddSingleton<OfficeConsumer>();
        services.AddSingleton<Desks>();
        services.AddHostedService(s => s.GetRequiredService<Desks>());
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<TimerService>();
        services.AddHostedService<BulkService>();
        return services;
    }

    /// <summary>One message at a time, in order; a fault that passes (a busy disk) is tried again before it counts.</summary>
    internal static void InOrder(IReceiveEndpointConfigurator queue)
    {
        queue.ConfigureConsumeTopology = false;
        queue.ConcurrentMessageLimit = 1;
        queue.UseMessageRetry(retry =>
        {
            retry.Ignore<Domain.Refusal>();
            retry.Intervals(100, 500, 2000, 5000);
        });
    }

    private static void Office(IReceiveEndpointConfigurator queue, IServiceProvider services)
    {
        InOrder(queue);
        queue.Consumer(services.GetRequiredService<OfficeConsumer>);
    }

    private static void Connect(Uri broker, IRabbitMqHostConfigurator host)
    {
        var user = broker.UserInfo.Split(':', 2);
        if (user is [{ Length: > 0 } name, var password])
        {
            host.Username(Uri.UnescapeDataString(name));
            host.Password(Uri.UnescapeDataString(password));
        }
        if (broker.Scheme == "amqps")
            host.UseSsl(ssl => ssl.ServerName = broker.Host);
        host.PublisherConfirmation = true;
        host.Heartbeat(TimeSpan.FromSeconds(10));
    }
}
