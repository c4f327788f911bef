namespace OmniChannel.Channels;

/// <summary>Ends the call.</summary>
public sealed record HangUpCommand : CallCommand;
