namespace OmniChannel.Engagement;

/// <summary>Why it is the bot's turn.</summary>
public enum BotTrigger
{
    /// <summary>The conversation, or a new run of it, came to the bot.</summary>
    Started,

    /// <summary>The customer said something.</summary>
    Message,

    /// <summary>Proof that the bot asked for was given; a customer record, where there is one, is known.</summary>
    Verified,

    /// <summary>Proof that the bot asked for was not given.</summary>
    VerificationFailed,
}
