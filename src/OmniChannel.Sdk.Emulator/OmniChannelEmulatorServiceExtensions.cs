using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OmniChannel.Emulator;
using OmniChannel.Emulator.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the emulator.</summary>
public static class OmniChannelEmulatorServiceExtensions
{
    /// <summary>
    /// Adds <see cref="OmniEmulator"/> as a singleton; <c>app.MapOmniEmulator()</c> shows it. Its ports open with the host, in Development
    /// or where <see cref="EmulatorOptions.AllowOutsideDevelopment"/> is set, and stay closed elsewhere. Calling it again adds options.
    /// </summary>
    public static IServiceCollection AddOmniEmulator(this IServiceCollection services, Action<EmulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EmulatorOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddHttpClient(WebhookSender.ClientName).ConfigurePrimaryHttpMessageHandler(
            () => new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }).RemoveAllLoggers();
        services.TryAddSingleton<EmulatorGate>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmulatorOptions>, EmulatorOptionsValidator>());
        services.TryAddSingleton(s => new OmniEmulator(
            s.GetRequiredService<IOptions<EmulatorOptions>>(),
            s.GetRequiredService<IHttpClientFactory>(),
            s,
            s.GetService<TimeProvider>() ?? TimeProvider.System,
            s.GetRequiredService<ILogger<OmniEmulator>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmulatorService>(
            s => new(s.GetRequiredService<OmniEmulator>, s.GetRequiredService<EmulatorGate>())));
        return services;
    }
}
