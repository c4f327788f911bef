using System.Net.WebSockets;
using System.Text;

namespace OmniRetail;

/// <summary>
/// Who has the stage. There are two agents, so one page at a time has them, for as long as it is open; another one is told, and may take the
/// stage over. The connection is a web socket because browsers open only six plain ones to a host, and the page needs four.
/// </summary>
internal sealed class StageTurn(IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private int _last;
    private TaskCompletionSource? _taken;

    /// <summary>Whether a page still has the stage under the number it was told.</summary>
    public bool Has(int stage)
    {
        lock (_gate)
        {
            return _taken is not null && _last == stage;
        }
    }

    /// <summary>Says "yours" and a number, or "busy"; later perhaps "taken".</summary>
    public async Task HoldAsync(HttpContext context, bool take)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var page = await context.WebSockets.AcceptWebSocketAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);

        // A page says nothing: what is read is that it is gone.
        var gone = page.ReceiveAsync(new byte[1], stopping.Token);
        try
        {
            if (await WasTakenAsync(page, take, gone) is { } why)
            {
                await SayAsync(page, why, stopping.Token);
                await page.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, why, stopping.Token);
                stopping.CancelAfter(Goodbye);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // Closed meanwhile.
        }

        await ((Task)gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Why the page has not the stage, or no longer; null when it had it until it was closed.</summary>
    private async Task<string?> WasTakenAsync(WebSocket page, bool take, Task gone)
    {
        if (TryTake(take, out var stage) is not { } taken)
        {
            return "busy";
        }

        try
        {
            await SayAsync(page, FormattableString.Invariant($"yours {stage}"), lifetime.ApplicationStopping);
            return await Task.WhenAny(gone, taken.Task) == gone ? null : "taken";
        }
        finally
        {
            Leave(stage);
        }
    }

    private TaskCompletionSource? TryTake(bool take, out int stage)
    {
        lock (_gate)
        {
            stage = _last + 1;
            if (_taken is not null && !take)
            {
                return null;
            }

            _taken?.TrySetResult();
            _last = stage;
            return _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Leave(int stage)
    {
        lock (_gate)
        {
            if (_last == stage)
            {
                _taken = null;
            }
        }
    }

    private static ValueTask SayAsync(WebSocket page, string word, CancellationToken cancellationToken) =>
        page.SendAsync(Encoding.ASCII.GetBytes(word).AsMemory(), WebSocketMessageType.Text, true, cancellationToken);
}
