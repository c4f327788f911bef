namespace OmniChannel.Channels;

/// <summary>One <c>AddXxxChannel</c> call. The host makes the port at start-up, after validation.</summary>
public sealed class ChannelRegistration
{
    /// <summary>Channel and account; unique per host.</summary>
    public required ChannelAccountId Id { get; init; }

    /// <summary>What is wrong with the options, each a sentence that names the cause, the path and the cure; empty when all is well.</summary>
    public required Func<IServiceProvider, IReadOnlyList<string>> Validate { get; init; }

    /// <summary>Makes the port; the address is that of the account's webhook, null where the host has none.</summary>
    public required Func<IServiceProvider, Uri?, ChannelPort> Create { get; init; }

    /// <summary>The workspace it belongs to.</summary>
    public WorkspaceId Workspace { get; init; } = new("default");
}
