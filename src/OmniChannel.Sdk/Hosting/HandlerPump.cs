using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Hosting;

/// <summary>Feeds one durable event handler: from its cursor on, in order, again after a failure with back-off. The cursor is the engine's.</summary>
internal sealed partial class HandlerPump(EventHandlerRegistration handler, EngineHost host, IServiceScopeFactory scopes, ILogger<HandlerPump> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await HandleAllAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && !host.Mailbox.IsClosed)
            {
                LogFailed(handler.Name, 0, e.GetType().Name, e.StackTrace);
                await Task.Delay(TimeSpan.FromSeconds(1), host.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>From the kept cursor on: an event whose cursor could not be kept comes again.</summary>
    private async Task HandleAllAsync(CancellationToken cancellationToken)
    {
        var setting = "handler:" + handler.Name;
        var cursor = OmniEventId.TryParse(host.View.Setting(setting), null, out var kept) ? kept : new OmniEventId(0, 0);
        await foreach (var e in new EventFacade(host).WatchAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            await HandleAsync(e, cancellationToken).ConfigureAwait(false);
            await host.CommandAsync(new SettingCommand { Name = setting, Value = e.Id.ToString() }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(OmniEvent e, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var scope = scopes.CreateAsyncScope();
                await using (scope.ConfigureAwait(false))
                {
                    await scope.ServiceProvider.GetRequiredKeyedService<IOmniEventHandler>(handler.Key).HandleAsync(e, cancellationToken).ConfigureAwait(false);
                    return;
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(handler.Name, attempt, failure.GetType().Name, failure.StackTrace);
                await Task.Delay(Backoff.After(attempt, e.Id.JournalSequence), host.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Without the exception's message: it may quote what the event says.</summary>
    [LoggerMessage(130, LogLevel.Warning, "Event handler {Handler} failed at attempt {Attempt} with {Failure}; the same event comes again.\n{Where}")]
    private partial void LogFailed(string handler, int attempt, string failure, string? where);
}
