namespace OmniChannel.Engagement.Effects;

/// <summary>Draws a one-time code and sends it to the very address that was typed. The code itself is kept nowhere.</summary>
internal sealed class CodePump(ChannelPorts ports, AccountPipelines pipelines, WorkspaceRules rules, EngineHost host)
{
    public async Task<EngineInput> RunAsync(EffectState effect, CancellationToken cancellationToken)
    {
        var address = effect.Address ?? throw new InvalidOperationException("A code without its address.");
        var code = OneTimeCode.Draw();
        var message = new OutboundMessage
        {
            Id = new(effect.Id.Value),
            To = address,
            Contents = [new TextContent(Texts.CodeMessage(effect.Locale, code, rules.CodeLifetime))],
            IdempotencyKey = effect.Id.ToString(),
            Locale = effect.Locale,
            IsAutomatic = true,
            Thread = rules.Capabilities(address.Account).Threads ? new() { Subject = Texts.CodeSubject(effect.Locale) } : null,
        };
        var port = ports.Get(address.Account);
        var result = await pipelines.RunAsync(address.Account, "code", token => port.SendAsync(message, token), cancellationToken).ConfigureAwait(false);
        var perhaps = result.IsSent || result.Error?.Kind == SendErrorKind.Ambiguous;
        return new EffectResultInput
        {
            Effect = effect.Id,
            Attempt = effect.Attempt,
            CodeHash = perhaps ? OneTimeCode.Hash(host.Hasher, effect.Id, code) : null,
            ProviderMessageIds = result.ProviderMessageIds,
            Failure = perhaps ? null : result.Error?.Kind.ToString(),
        };
    }
}
