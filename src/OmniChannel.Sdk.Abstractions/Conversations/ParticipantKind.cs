namespace OmniChannel.Conversations;

/// <summary>Who acts in a conversation.</summary>
public enum ParticipantKind
{
    /// <summary>The engine and its rules.</summary>
    System,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A person of ours.</summary>
    Agent,

    /// <summary>A bot.</summary>
    Bot,
}
