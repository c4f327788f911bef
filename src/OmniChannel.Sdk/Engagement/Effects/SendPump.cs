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

        var outbound = OutboundCall.Of(message, rules);
        return pipelines.RunAsync(message.To.Account, "send", token => port.SendAsync(outbound, token), cancellationToken);
    }
}
