namespace OmniChannel.Engagement.Inputs;

/// <summary>An agent signs in, or changes profile.</summary>
internal sealed record SignInCommand : CommandInput
{
    public required AgentProfile Profile { get; init; }

    public Presence Presence { get; init; } = Presence.Available;

    public override Decision Execute(Turn turn)
    {
        turn.Route(default, (routing, at) => routing.SignIn(at, Profile, Presence));
        return Decision.Yes();
    }
}
