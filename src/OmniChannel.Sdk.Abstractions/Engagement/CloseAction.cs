namespace OmniChannel.Engagement;

/// <summary>Closes the conversation: the customer is served.</summary>
public sealed record CloseAction : BotAction;
