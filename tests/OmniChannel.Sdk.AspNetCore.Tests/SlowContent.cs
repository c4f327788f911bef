using System.Net;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>A body of which some comes, and the rest when it is let.</summary>
internal sealed class SlowContent(byte[] body, int first) : HttpContent
{
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Finish() => _rest.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, first));
        await stream.FlushAsync();
        await _rest.Task;
        await stream.WriteAsync(body.AsMemory(first));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
