namespace OmniChannel.Testing.Tests.Channels;

/// <summary>What may be wrong with a stream channel.</summary>
public enum PeepholeFlaw
{
    None,
    ShowsNotes,
    ShowsAgentIds,
    ShowsReasons,
    BreaksLines,
    BelievesAnyToken,
    IgnoresExpiry,
    ForgetsTheAccount,
    KeysByClientAlone,
    BelievesTheBody,
}
