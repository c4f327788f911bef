namespace OmniChannel.Hosting;

/// <summary>One <c>AddEventHandler</c> call.</summary>
internal sealed record EventHandlerRegistration
{
    public required string Name { get; init; }

    public required WorkspaceId Workspace { get; init; }

    /// <summary>The key under which its service is registered.</summary>
    public string Key => $"{Workspace}/{Name}";
}
