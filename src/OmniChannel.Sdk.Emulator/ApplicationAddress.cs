using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel.Emulator;

/// <summary>Where the application is, told by options or by its server.</summary>
internal sealed class ApplicationAddress(Uri? configured, IServiceProvider services)
{
    /// <exception cref="InvalidOperationException">Nobody says where the application is.</exception>
    public Uri Resolve(Uri webhook)
    {
        if (webhook.IsAbsoluteUri && !webhook.IsFile)
        {
            return webhook;
        }

        var root = (configured ?? Listening()).AbsoluteUri.TrimEnd('/');
        return new Uri(root + "/" + webhook.OriginalString.TrimStart('/'));
    }

    private Uri Listening()
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? addresses.FirstOrDefault()
            ?? throw new InvalidOperationException(
                "The emulator does not know where the application listens. Start it first, or set EmulatorOptions.PublicBaseUrl.");
        foreach (var any in new[] { "//*", "//+", "//0.0.0.0", "//[::]" })
        {
            address = address.Replace(any + ":", "//127.0.0.1:", StringComparison.Ordinal);
        }

        return new Uri(address);
    }
}
