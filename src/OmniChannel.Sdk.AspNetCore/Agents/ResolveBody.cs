namespace OmniChannel.AspNetCore.Agents;

/// <summary>A person's decision about a message of unknown outcome.</summary>
internal sealed record ResolveBody
{
    /// <summary>True to send again, false to take it as sent.</summary>
    public required bool SendAgain { get; set; }
}
