namespace OmniChannel.Storage;

/// <summary>What an engine needs at start-up. Enumerate the streams one after the other.</summary>
public sealed record EngineLoad
{
    /// <summary>The head.</summary>
    public required WorkspaceHead Head { get; init; }

    /// <summary>Every resident row.</summary>
    public required IAsyncEnumerable<StateRow> Rows { get; init; }

    /// <summary><see cref="InboxKey.High"/> of every inbox key kept.</summary>
    public required IAsyncEnumerable<long> InboxKeys { get; init; }
}
