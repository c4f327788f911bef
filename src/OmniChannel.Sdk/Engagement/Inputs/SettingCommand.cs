namespace OmniChannel.Engagement.Inputs;

/// <summary>A handler or a pull source moves its cursor.</summary>
internal sealed record SettingCommand : CommandInput
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    public override Decision Execute(Turn turn)
    {
        turn.Emit(new SettingChanged { Name = Name, Value = Value });
        return Decision.Yes();
    }
}
