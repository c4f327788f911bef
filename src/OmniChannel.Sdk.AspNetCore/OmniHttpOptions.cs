using Microsoft.AspNetCore.Http;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore;

/// <summary>What a host decides about the HTTP endpoints.</summary>
public sealed class OmniHttpOptions
{
    /// <summary>
    /// May this request act as this agent? Asked on everything an agent can call, and every minute of an open stream. Null denies everything outside Development, and allows
    /// everything in Development.
    /// </summary>
    public Func<HttpContext, AgentId, ValueTask<bool>>? AuthorizeAgent { get; set; }

    /// <summary>
    /// What an agent who signs in may do: gets what the request asks for (name, skills, capacity, phone) and gives what counts, such as the record of
    /// the host's own staff list. Null takes the request's word, which suits a trial.
    /// </summary>
    public Func<HttpContext, AgentProfile, ValueTask<AgentProfile>>? DecideProfile { get; set; }

    /// <summary>Requests that one channel account may have under way at once, those that were read whole; more are asked to come again.</summary>
    /// <value>Default 512.</value>
    public int MaxConcurrentWebhooks { get; set; } = 512;

    /// <summary>
    /// Bytes of bodies that may be in memory at once, of all accounts together; more are asked to come again. A body counts as it comes, and has half a
    /// minute to. One body alone is always taken.
    /// </summary>
    /// <value>Default 256 MiB.</value>
    public long MaxBufferedWebhookBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// How many new visitors of stream channels may begin a session from one remote address within a minute; more are answered 429 with
    /// <c>Retry-After</c>. Who has a session and renews it is not counted. IPv6 addresses count by their first 64 bits. Behind a proxy use the forwarded
    /// headers middleware: what seems to come from this machine itself is not limited, and any other proxy would be limited as one address.
    /// </summary>
    /// <value>Default 60, which may come at once; 0 for no limit.</value>
    public int MaxNewSessionsPerMinute { get; set; } = 60;

    /// <summary>How many streams one visitor may have open at once, a tab each; more are answered 429.</summary>
    /// <value>Default 16; 0 for no limit.</value>
    public int MaxStreamsPerVisitor { get; set; } = 16;

    /// <summary>How many streams one remote address may have open at once, such as an office's; more are answered 429.</summary>
    /// <value>Default 256; 0 for no limit.</value>
    public int MaxStreamsPerAddress { get; set; } = 256;
}
