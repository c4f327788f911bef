using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.AspNetCore.Channels;

/// <summary>The channel accounts of the host by the two parts of their addresses. They do not change while it runs.</summary>
internal sealed class ChannelTargets(IServiceProvider services)
{
    private readonly Lazy<FrozenDictionary<(string Channel, string Account), ChannelTarget>> _targets = new(() => Read(services.GetRequiredService<IOmniChannelAccounts>()));

    /// <summary>Null where the request's address names no account.</summary>
    public ChannelTarget? Find(HttpContext context) =>
        context.Request.RouteValues is var route && route["channel"] is string channel && route["account"] is string account
            ? _targets.Value.GetValueOrDefault((channel, account))
            : null;

    private static FrozenDictionary<(string Channel, string Account), ChannelTarget> Read(IOmniChannelAccounts accounts) => accounts.All.ToFrozenDictionary(
        p => (p.Id.Channel.Value, p.Id.Account),
        p => new ChannelTarget(p, accounts.InboundOf(p.Id), accounts.StreamsOf(p.Id)));
}
