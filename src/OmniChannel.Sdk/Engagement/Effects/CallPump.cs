namespace OmniChannel.Engagement.Effects;

/// <summary>Tells a provider what a live call should do.</summary>
internal sealed class CallPump(ChannelPorts ports, AccountPipelines pipelines)
{
    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        if (effect is not { Command: { } command, SessionId: { } session, Address.Account: var account })
        {
            throw new InvalidOperationException("A call command without its call.");
        }

        var port = ports.Get(account);
        var result = await pipelines.RunAsync(account, "control", token => port.ControlAsync(command, session, token), cancellationToken).ConfigureAwait(false);
        return new EffectResultInput { Effect = effect.Id, Attempt = effect.Attempt, Failure = result.Error?.Kind.ToString() };
    }
}
