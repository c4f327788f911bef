namespace OmniChannel.Hosting;

/// <summary>Messages of the application.</summary>
internal sealed class MessageFacade(EngineHost host) : IMessages
{
    public async Task<Decision> SendAsync(SendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.IdempotencyKey);
        await host.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var key = host.Hasher.Hash("send", request.IdempotencyKey);
        var command = new SendCommand { To = request.To, Content = request.Content, Purpose = request.Purpose, Inbox = new(key.High, key.Low) };
        return await host.CommandAsync(command, cancellationToken).ConfigureAwait(false);
    }

    public Task<Decision> ResolveAsync(MessageId message, bool sendAgain, CancellationToken cancellationToken = default) =>
        host.CommandAsync(new ResolveMessageCommand { Message = message, SendAgain = sendAgain }, cancellationToken);
}
