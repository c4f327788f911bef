using OmniChannel.Storage;

namespace OmniChannel.Testing.Storage;

/// <summary>An open store: its three ports, and how it is closed.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    /// <summary>The writer's port.</summary>
    public required IEngineStore Engine { get; init; }

    /// <summary>The readers' port.</summary>
    public required IReadStore Read { get; init; }

    /// <summary>The leases.</summary>
    public required IWorkspaceLeases Leases { get; init; }

    /// <summary>Closes the store and keeps its data, as the end of a process would; null when there is nothing to close.</summary>
    public Func<ValueTask>? Close { get; init; }

    /// <summary>Calls <see cref="Close"/>.</summary>
    public ValueTask DisposeAsync() => Close?.Invoke() ?? ValueTask.CompletedTask;
}
