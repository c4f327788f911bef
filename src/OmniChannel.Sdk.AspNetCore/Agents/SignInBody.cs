using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>An agent's sign-in.</summary>
internal sealed record SignInBody
{
    /// <summary>The name that colleagues and customers see.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Skills and levels.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; set; } = [];

    /// <summary>Teams.</summary>
    public IReadOnlyList<string> Teams { get; set; } = [];

    /// <summary>How much the agent takes at once.</summary>
    public int Capacity { get; set; } = 4;

    /// <summary>Where calls are connected to: <c>tel:</c> or <c>sip:</c>.</summary>
    public string? Phone { get; set; }
}
