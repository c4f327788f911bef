using Microsoft.AspNetCore.Http;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore;

/// <summary>What a host decides about the HTTP endpoints.</summary>
public sealed class OmniHttpOptions
{
    /// <summary>
    /// May this request act as this agent? Asked on everything an agent can call. Null denies everything outside Development, and allows
    /// everything in Development.
    /// </summary>
    public Func<HttpContext, AgentId, ValueTask<bool>>? AuthorizeAgent { get; set; }

    /// <summary>
    /// What an agent who signs in may do: gets what the request asks for (name, skills, capacity, phone) and gives what counts, such as the record of
    /// the host's own staff list. Null takes the request's word, which suits a trial.
    /// </summary>
    public Func<HttpContext, AgentProfile, ValueTask<AgentProfile>>? DecideProfile { get; set; }

    /// <summary>Requests that one channel account may have under way at once; more are asked to come again.</summary>
    /// <value>Default 512.</value>
    public int MaxConcurrentWebhooks { get; set; } = 512;

    /// <summary>
    /// Bytes of webhook bodies that may be in memory at once, of all accounts together; more are asked to come again. A body without a stated length counts
    /// as the longest that its account takes. One body alone is always taken.
    /// </summary>
    /// <value>Default 256 MiB.</value>
    public long MaxBufferedWebhookBytes { get; set; } = 256L * 1024 * 1024;
}
