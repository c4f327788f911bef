namespace OmniChannel.Emulator.Calls;

/// <summary>Where a script leads: an address to ask with what was learnt, or nowhere, and the call ends.</summary>
internal sealed record CallStep
{
    public required Uri Url { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    public override string ToString() => nameof(CallStep);
}
