namespace OmniChannel.Engagement.Inputs;

/// <summary>Something that the writer decides on: an event, a command, a timer, the result of an effect.</summary>
internal abstract record EngineInput
{
    /// <summary>The stable name in the journal.</summary>
    public abstract string Kind { get; }

    /// <summary>What makes the input count once; null for inputs that cannot come twice.</summary>
    public InboxKey? Inbox { get; init; }

    /// <summary>Rows that deciding needs and memory may lack. Asked again after a load, until nothing new is named.</summary>
    public virtual IEnumerable<RowKey> Requires(WorkspaceState state) => [];
}
