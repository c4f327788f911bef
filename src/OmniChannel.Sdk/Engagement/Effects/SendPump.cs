using System.Globalization;

namespace OmniChannel.Engagement.Effects;

/// <summary>Makes one provider call for a message whose <c>Sending</c> is committed.</summary>
internal sealed class SendPump(ChannelPorts ports, AccountPipelines pipelines, WorkspaceRules rules)
{
    public Task<SendResult> SendAsync(MessageState message, CancellationToken cancellationToken)
    {
        if (ports.Find(message.To.Account) is not { } port)
        {
            return Task.FromResult(SendResult.Failed(SendErrorKind.Credentials, reason: "the account was removed or is off"));
        }

        var parts = Math.Max(1, rules.Capabilities(message.To.Account).PartsPerCall);
        var outbound = new OutboundMessage
        {
            Id = message.Id,
            To = message.To,
            Contents = [.. message.Contents.Skip(message.Part).Take(parts)],
            IdempotencyKey = message.Part == 0 ? message.Id.ToString() : string.Create(CultureInfo.InvariantCulture, $"{message.Id}-{message.Part}"),
            ReplyHandle = message.ReplyHandle,
            Thread = message.Thread,
            Locale = message.Locale,
            IsAutomatic = message.IsAutomatic,
        };
        return pipelines.RunAsync(message.To.Account, token => port.SendAsync(outbound, token), cancellationToken);
    }
}
