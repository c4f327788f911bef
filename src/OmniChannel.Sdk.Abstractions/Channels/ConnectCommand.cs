namespace OmniChannel.Channels;

/// <summary>Connects the caller with an agent.</summary>
public sealed record ConnectCommand : CallCommand
{
    /// <summary>What to dial: <c>tel:</c> and E.164, or a <c>sip:</c> address, of the agent's record.</summary>
    public required Uri Target { get; init; }

    /// <summary>The agent's phone is personal and stays out of logs.</summary>
    public override string ToString() => nameof(ConnectCommand);
}
