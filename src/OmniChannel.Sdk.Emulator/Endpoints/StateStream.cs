using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OmniChannel.Emulator.Endpoints;

/// <summary>The state as server-sent events: whole, with its version as event id, and a comment when nothing happens for long.</summary>
internal sealed class StateStream(OmniEmulator emulator, TimeProvider time)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    public async Task ServeAsync(HttpContext http, CancellationToken stopping)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            await WriteAsync(http.Response, both.Token);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        await response.WriteAsync("retry: 1000\n\n", cancellationToken);
        await using var states = emulator.WatchAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = states.MoveNextAsync().AsTask();
        while (true)
        {
            if (!await InTimeAsync(next, cancellationToken))
            {
                await response.WriteAsync(":\n\n", cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                continue;
            }

            var state = states.Current;
            var json = JsonSerializer.Serialize(state, EmulatorJsonContext.Default.EmulatorSnapshot);
            await response.WriteAsync($"id: {state.Version.ToString(CultureInfo.InvariantCulture)}\nevent: state\ndata: {json}\n\n", cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            next = states.MoveNextAsync().AsTask();
        }
    }

    private async Task<bool> InTimeAsync(Task next, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(next, Task.Delay(KeepAlive, time, limit.Token));
        await limit.CancelAsync();
        if (first == next)
        {
            await next;
            return true;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }
}
