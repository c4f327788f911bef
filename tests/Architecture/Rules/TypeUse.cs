namespace OmniChannel.Architecture.Rules;

/// <summary>A type that uses another of the same assembly; nested types count as the type around them.</summary>
internal sealed record TypeUse(string FromNamespace, string From, string ToNamespace, string To);
