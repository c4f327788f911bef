using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniChannel.Routing;

namespace OmniChannel.Testing;

/// <summary>
/// The SDK in a test: an in-memory store unless another is chosen, a clock that the test moves, and a wait on the engine's own counters instead
/// of sleeping.
/// </summary>
public sealed class OmniTestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OmniTestHost(ServiceProvider services, ManualTimeProvider time)
    {
        _services = services;
        Time = time;
        Omni = services.GetRequiredService<IOmniChannel>();
        Accounts = services.GetRequiredService<IOmniChannelAccounts>();
    }

    /// <summary>The front door.</summary>
    public IOmniChannel Omni { get; }

    /// <summary>The channel accounts and the engine's status.</summary>
    public IOmniChannelAccounts Accounts { get; }

    /// <summary>The clock.</summary>
    public ManualTimeProvider Time { get; }

    /// <summary>The services, for what has no property here.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Starts a host; dispose it at the end.</summary>
    public static async Task<OmniTestHost> StartAsync(Action<IOmniChannelBuilder> configure, ManualTimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var clock = time ?? new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        var builder = services.AddOmniChannel();
        configure(builder);
        builder.UseInMemoryStorage();
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        try
        {
            foreach (var hosted in provider.GetServices<IHostedService>())
            {
                await hosted.StartAsync(CancellationToken.None).ConfigureAwait(false);
            }

            var host = new OmniTestHost(provider, clock);
            foreach (var fake in provider.GetServices<FakeChannel>())
            {
                fake.Inbound = host.Omni.Inbound;
                fake.Time = clock;
            }

            return host;
        }
        catch
        {
            await provider.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until nothing is under way: no input waits, no batch is being written, no effect is being done.</summary>
    public Task SettleAsync() => Accounts.WhenIdleAsync(CancellationToken.None);

    /// <summary>Moves the clock in steps from deadline to deadline, settling at each, so that what becomes due happens in its time.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await SettleAsync().ConfigureAwait(false);
        var end = Time.GetUtcNow() + by;
        while (Accounts.Status().NextDeadline is { } due && due <= end)
        {
            await StepAsync(due).ConfigureAwait(false);
        }

        if (end > Time.GetUtcNow())
        {
            Time.Advance(end - Time.GetUtcNow());
        }

        await SettleAsync().ConfigureAwait(false);
    }

    /// <summary>Signs an agent in with room for four, and a phone.</summary>
    public async Task<AgentId> SignInAsync(string agent, params string[] skills)
    {
        var id = new AgentId(agent);
        await Omni.Agents.SignInAsync(new()
        {
            Id = id,
            DisplayName = agent,
            Skills = [.. skills.Select(s => new SkillLevel { Skill = s })],
            Phone = new("tel:+81300000000"),
        }).ConfigureAwait(false);
        return id;
    }

    /// <summary>The agent's desk, in English, once nothing is under way.</summary>
    public async Task<DeskView> DeskAsync(AgentId agent)
    {
        await SettleAsync().ConfigureAwait(false);
        return await Omni.Agents.DeskAsync(agent, Locale.English).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _services.DisposeAsync().ConfigureAwait(false);

    private async Task StepAsync(DateTimeOffset due)
    {
        var wait = due - Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            Time.Advance(wait);
        }

        await Accounts.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await SettleAsync().ConfigureAwait(false);
    }
}
