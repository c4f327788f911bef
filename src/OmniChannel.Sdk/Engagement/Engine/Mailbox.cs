using System.Threading.Channels;
using OmniChannel.Diagnostics;

namespace OmniChannel.Engagement.Engine;

/// <summary>The bounded way in. Full means that the caller must wait or be told to come again: nothing is dropped.</summary>
internal sealed class Mailbox(EngineActivity activity, int capacity = 4096)
{
    private readonly Channel<Envelope> _channel = Channel.CreateBounded<Envelope>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<Envelope> Reader => _channel.Reader;

    /// <summary>Nothing gets in any more: the engine stops or has stopped.</summary>
    public bool IsClosed { get; private set; }

    public int Count => _channel.Reader.Count;

    /// <summary>Puts an input in, waiting while there is no room, and waits for its outcome.</summary>
    public async Task<InputOutcome> PostAsync(EngineInput input, CancellationToken cancellationToken)
    {
        var done = await EnqueueAsync(input, cancellationToken).ConfigureAwait(false);
        return await done.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts an input in, waiting while there is no room; the inner task is its outcome.</summary>
    public async Task<Task<InputOutcome>> EnqueueAsync(EngineInput input, CancellationToken cancellationToken)
    {
        activity.Began();
        var envelope = Of(input);
        try
        {
            await _channel.Writer.WriteAsync(envelope, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            envelope.Fail(e is ChannelClosedException ? new EngineUnavailableException("The engine is stopping.", e) : e);
        }

        return envelope.Done;
    }

    /// <summary>Puts an input in where there is room; null where there is none, or where the engine stops.</summary>
    public Task<InputOutcome>? TryEnqueue(EngineInput input)
    {
        activity.Began();
        var envelope = Of(input);
        if (_channel.Writer.TryWrite(envelope))
        {
            return envelope.Done;
        }

        activity.Ended();
        return null;
    }

    private Envelope Of(EngineInput input) => EngineTraces.IsHeard && input is ChannelInput e ? new TracedEnvelope(e, activity) : new Envelope(input, activity);

    public void Close()
    {
        IsClosed = true;
        _channel.Writer.TryComplete();
    }
}
