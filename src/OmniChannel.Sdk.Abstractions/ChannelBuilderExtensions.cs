using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace OmniChannel;

/// <summary>Registers channels.</summary>
public static class ChannelBuilderExtensions
{
    /// <summary>
    /// Adds one account of a channel. Options bind from <c>Channels:{channel}:{account}</c> of the section given to <c>AddOmniChannel</c>.
    /// The adapter is a singleton shared by the channel's accounts; its constructor may take an <see cref="HttpClient"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The same channel and account was added before.</exception>
    public static IOmniChannelBuilder AddChannel<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAdapter, TOptions>(
        this IOmniChannelBuilder builder, string channel, string account, ChannelSetup<TOptions>? setup = null)
        where TAdapter : class, IChannelAdapter<TOptions>
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var id = new ChannelAccountId(new ChannelName(channel), account);
        if (builder.Services.Any(s => s.ImplementationInstance is ChannelRegistration r && r.Id == id))
        {
            throw new InvalidOperationException($"{channel} account '{account}' was added twice. Give the second one another name.");
        }

        builder.Services.AddHttpClient(HttpClientName(id.Channel));
        builder.Services.TryAddSingleton(s => CreateAdapter<TAdapter>(s, id.Channel));
        builder.Services.AddKeyedSingleton(id.ToString(), (s, _) => ReadOptions(s, builder.Configuration, id, setup));
        builder.Services.AddSingleton(new ChannelRegistration
        {
            Id = id,
            Workspace = setup?.Workspace ?? new("default"),
            Validate = services => ChannelOptionsCheck.Run(id, services.GetRequiredKeyedService<TOptions>(id.ToString()), setup?.Validator),
            Create = (services, url) => new ChannelPort<TOptions>(
                services.GetRequiredService<TAdapter>(),
                new ChannelAccount<TOptions>
                {
                    Id = id,
                    Options = services.GetRequiredKeyedService<TOptions>(id.ToString()),
                    WebhookUrl = url,
                    Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
                }),
        });
        return builder;
    }

    /// <summary>The name of the <see cref="HttpClient"/> of a channel's adapter, for hosts that add handlers to it.</summary>
    public static string HttpClientName(ChannelName channel) => "OmniChannel." + channel;

    private static TAdapter CreateAdapter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAdapter>(
        IServiceProvider services, ChannelName channel)
        where TAdapter : class
    {
        var takesClient = Array.Exists(
            typeof(TAdapter).GetConstructors(), c => Array.Exists(c.GetParameters(), p => p.ParameterType == typeof(HttpClient)));
        return takesClient
            ? ActivatorUtilities.CreateInstance<TAdapter>(services, services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(channel)))
            : ActivatorUtilities.CreateInstance<TAdapter>(services);
    }

    /// <summary>Configuration, then code, then whatever post-configures the type under the account's name: as named options do.</summary>
    private static TOptions ReadOptions<TOptions>(
        IServiceProvider services, IConfiguration? configuration, ChannelAccountId id, ChannelSetup<TOptions>? setup)
        where TOptions : class, new()
    {
        var options = new TOptions();
        if (configuration is not null)
        {
            setup?.Bind?.Invoke(configuration.GetSection($"Channels:{id.Channel}:{id.Account}"), options);
        }

        setup?.Configure?.Invoke(options);
        foreach (var post in services.GetServices<IPostConfigureOptions<TOptions>>())
        {
            post.PostConfigure(id.Account, options);
        }

        return options;
    }
}
