namespace OmniChannel.Engagement;

/// <summary>
/// Asks the customer to prove an address they typed: a one-time code goes to that very address, capped per address and per sender. Until it
/// is typed back the address is a claim. The engine tells the customer that the code is out, once it is; where it could not be sent the bot is told.
/// </summary>
public sealed record VerifyAction : BotAction
{
    /// <summary>The identifier to prove.</summary>
    public required Identifier Identifier { get; init; }
}
