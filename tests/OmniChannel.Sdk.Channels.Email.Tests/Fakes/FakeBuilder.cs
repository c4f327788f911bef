using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Channels.Email.Tests.Fakes;

internal sealed class FakeBuilder(params (string Key, string Value)[] settings) : IOmniChannelBuilder
{
    public IServiceCollection Services { get; } = new ServiceCollection();

    public IConfiguration? Configuration { get; } = new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
        .Build();
}
