using Microsoft.AspNetCore.Http;

namespace OmniChannel.AspNetCore;

/// <summary>What a host decides about the HTTP endpoints.</summary>
public sealed class OmniHttpOptions
{
    /// <summary>
    /// May this request act as this agent? Asked on everything an agent can call. Null denies everything outside Development, and allows
    /// everything in Development.
    /// </summary>
    public Func<HttpContext, AgentId, ValueTask<bool>>? AuthorizeAgent { get; set; }

    /// <summary>Requests that one channel account may have under way at once; more are asked to come again.</summary>
    /// <value>Default 512.</value>
    public int MaxConcurrentWebhooks { get; set; } = 512;
}
