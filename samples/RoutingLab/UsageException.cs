namespace RoutingLab;

/// <summary>A command line that cannot be followed; the message is one line.</summary>
internal sealed class UsageException(string message) : Exception(message);
