namespace OmniChannel.Engagement.State;

/// <summary>What is due. The order of kinds breaks ties of time.</summary>
internal enum TimerKind
{
    Work,
    Message,
    Effect,
    Verification,
    Tie,
}
