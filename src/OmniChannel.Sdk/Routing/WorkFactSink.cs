namespace OmniChannel.Routing;

/// <summary>Takes a fact at the moment it is made.</summary>
internal delegate void WorkFactSink(in WorkFact fact);
