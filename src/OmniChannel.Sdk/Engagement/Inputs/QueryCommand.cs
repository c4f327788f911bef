namespace OmniChannel.Engagement.Inputs;

/// <summary>Asks the writer something, since it has the cores. Changes nothing and leaves no journal row.</summary>
internal abstract record QueryCommand<T> : CommandInput
    where T : class
{
    /// <summary>The answer, there once the command has ended.</summary>
    public T? Answer { get; private set; }

    public sealed override Decision Execute(Turn turn)
    {
        Answer = Ask(turn.State);
        return Decision.Yes();
    }

    protected abstract T Ask(WorkspaceState state);
}
