using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OmniChannel;

/// <summary>What <c>AddOmniChannel</c> returns; packages extend it with their channels, stores and bots.</summary>
public interface IOmniChannelBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The section given to <c>AddOmniChannel</c>, or null when none was: then only code configures.</summary>
    IConfiguration? Configuration { get; }
}
