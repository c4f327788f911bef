namespace OmniChannel.Engagement;

/// <summary>
/// A bot: one turn in, actions out. Scoped: resolved anew for each turn; what it must remember goes into <see cref="BotReply.State"/>. A turn
/// that throws or takes too long hands the conversation over to people. Turns of one conversation never overlap.
/// </summary>
public interface IBot
{
    /// <summary>Decides what to do next.</summary>
    ValueTask<BotReply> OnTurnAsync(BotTurn turn, CancellationToken cancellationToken);
}
