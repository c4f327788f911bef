namespace OmniChannel.Routing.Rows;

/// <summary>What routing remembers beside the rows of agents and work.</summary>
internal interface IRoutingMemory
{
    /// <summary>The end of the batch window that is open; null for none.</summary>
    DateTimeOffset? Window { get; }

    /// <summary>What was last kept of a queue; null for nothing.</summary>
    QueueServed? Served(QueueName queue);

    /// <summary>How scarce a skill was found to be, 0 to 1.</summary>
    double Scarcity(string skill);
}
