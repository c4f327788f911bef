using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace OmniChannel.Channels;

/// <summary>How one channel account gets its options.</summary>
/// <typeparam name="TOptions">The channel's options.</typeparam>
public sealed class ChannelSetup<TOptions>
    where TOptions : class
{
    /// <summary>
    /// Binds a configuration section; write <c>(section, options) => section.Bind(options)</c> in your own package, so that the
    /// configuration generator makes it trim-safe. Null when options come from code only.
    /// </summary>
    public Action<IConfiguration, TOptions>? Bind { get; init; }

    /// <summary>Sets options in code, after binding; null for none.</summary>
    public Action<TOptions>? Configure { get; init; }

    /// <summary>Checks them; a generated validator, or your own. Null for none.</summary>
    public IValidateOptions<TOptions>? Validator { get; init; }

    /// <summary>The workspace the account belongs to.</summary>
    public WorkspaceId Workspace { get; init; } = new("default");
}
