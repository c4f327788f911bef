namespace OmniChannel.Engagement.Inputs;

/// <summary>A command of the application or of an agent. Authorisation was asked before; the writer checks the epoch again.</summary>
internal abstract record CommandInput : EngineInput
{
    public override string Kind => "command";

    /// <summary>Decides; the result goes back to the caller after the commit.</summary>
    public abstract Decision Execute(Turn turn);
}
