namespace OmniChannel.Fakes;

/// <summary>A bot that does what the test says.</summary>
internal sealed class ScriptedBot(BotScript script) : IBot
{
    public ValueTask<BotReply> OnTurnAsync(BotTurn turn, CancellationToken cancellationToken) => script.OnTurn(turn, cancellationToken);
}
