namespace OmniChannel.Routing.Rows;

/// <summary>What a journal keeps of routing: rows as they are after a <see cref="WorkFact"/>.</summary>
internal abstract record RoutingFact;
