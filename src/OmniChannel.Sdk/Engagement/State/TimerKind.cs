namespace OmniChannel.Engagement.State;

/// <summary>What is due. The order of kinds breaks ties of time.</summary>
internal enum TimerKind
{
    Work,
    Message,
    Effect,
    Verification,
    Tie,

    /// <summary>An agent's break or shift ends; the id is the key of the agent's row.</summary>
    Agent,

    /// <summary>A batch window is decided.</summary>
    Window,
}
