namespace OmniChannel.Identity;

/// <summary>The built-in identifier types.</summary>
public static class IdentifierDefinitions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IdentifierDefinition> Default { get; } = [];
}
