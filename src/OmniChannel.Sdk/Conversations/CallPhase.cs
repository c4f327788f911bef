namespace OmniChannel.Conversations;

/// <summary>Where a call is.</summary>
internal enum CallPhase
{
    Waiting,
    Connecting,
    Connected,
}
