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
                LogFailed(e, port.Id.ToString());
                wait = Backoff.After(++failures, port.Id.Account.Length);
            }

            await Task.Delay(wait, host.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(140, LogLevel.Warning, "Pulling from {Account} failed.")]
    private partial void LogFailed(Exception exception, string account);
}
