using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Hosting;

/// <summary>Asks a channel for events, from its cursor on; the cursor moves after what it brought is committed.</summary>
internal sealed partial class PullPump(ChannelPort port, EngineHost host, ILogger<PullPump> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var setting = "pull:" + port.Id;
        var failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = TimeSpan.FromSeconds(5);
            try
            {
                var result = await port.PullAsync(host.View.Setting(setting), cancellationToken).ConfigureAwait(false);
                await new InboundGate(host).DeliverAsync(port.Id, result.Events, cancellationToken).ConfigureAwait(false);
                if (result.Cursor != host.View.Setting(setting))
                {
                    await host.CommandAsync(new SettingCommand { Name = setting, Value = result.Cursor }, cancellationToken).ConfigureAwait(false);
                }

                (wait, failures) = (result.Delay, 0);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(port.Id.ToString(), e.GetType().Name, e.StackTrace);
                wait = Backoff.After(++failures, port.Id.Account.Length);
            }

            await Task.Delay(wait, host.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Without the exception's message: it may quote what was pulled.</summary>
    [LoggerMessage(140, LogLevel.Warning, "Pulling from {Account} failed with {Failure}; it is tried again.\n{Where}")]
    private partial void LogFailed(string account, string failure, string? where);
}
