using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>One authorised call of an agent: who acts, on what, in which language.</summary>
internal sealed class AgentCall
{
    private const int MaxBody = 256 * 1024;
    private readonly HttpContext _context;

    private AgentCall(HttpContext context, AgentId agent)
    {
        _context = context;
        Agent = agent;
        Omni = context.RequestServices.GetRequiredService<IOmniChannel>();
    }

    public AgentId Agent { get; }

    public IOmniChannel Omni { get; }

    public CancellationToken Aborted => _context.RequestAborted;

    /// <summary>The language asked for by <c>lang</c>, else by the browser, else English.</summary>
    public Locale Locale =>
        Locale.TryParse(_context.Request.Query["lang"], null, out var asked) ? asked
        : _context.Request.Headers.AcceptLanguage.ToString().StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Locale.Japanese
        : Locale.English;

    public WorkOfferId Offer => WorkOfferId.TryParse(Route("offer"), out var id) ? id : default;

    public ConversationId Conversation => ConversationId.TryParse(Route("conversation"), out var id) ? id : default;

    public MessageId Message => MessageId.TryParse(Route("message"), out var id) ? id : default;

    /// <summary>The two records of a suggestion in the path.</summary>
    public (CustomerId First, CustomerId Second) Reviewed =>
        (CustomerId.TryParse(Route("first"), out var first) ? first : default, CustomerId.TryParse(Route("second"), out var second) ? second : default);

    /// <summary>Asks whether the request may act as the agent; writes 403 and gives null when not, and 503 when an engine could not start.</summary>
    public static async Task<AgentCall?> BeginAsync(HttpContext context)
    {
        if (!AgentId.TryParse(context.Request.RouteValues["agent"] as string, null, out var agent))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        if (!await IsAllowedAsync(context, agent))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return null;
        }

        if (context.RequestServices.GetRequiredService<IOmniChannelAccounts>().Status() is { IsReady: false, Failure: not null })
        {
            Unavailable(context);
            return null;
        }

        return new(context, agent);
    }

    /// <summary>Whether the request may still act as the agent: a stream outlives what allowed it.</summary>
    public ValueTask<bool> IsStillAllowedAsync() => IsAllowedAsync(_context, Agent);

    /// <summary>What the host makes of the profile that the request asks for.</summary>
    public async Task<AgentProfile> DecideProfileAsync(AgentProfile asked) =>
        _context.RequestServices.GetRequiredService<IOptions<OmniHttpOptions>>().Value.DecideProfile is { } decide ? await decide(_context, asked) : asked;

    public static async Task RunAsync<TBody>(HttpContext context, JsonTypeInfo<TBody> json, Func<AgentCall, TBody, Task<Decision>> run)
        where TBody : notnull
    {
        if (await BeginAsync(context) is not { } call)
        {
            return;
        }

        // A page of another origin can post forms, plain text or nothing at all here with the agent's cookie; JSON it cannot, without asking first.
        if (!context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (await ReadAsync(context, json) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            await call.WriteAsync(await run(call, body));
        }
        catch (ArgumentException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (Engagement.InputPoisonedException)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (Engagement.EngineUnavailableException)
        {
            Unavailable(context);
        }
    }

    private static async ValueTask<bool> IsAllowedAsync(HttpContext context, AgentId agent) =>
        context.RequestServices.GetRequiredService<IOptions<OmniHttpOptions>>().Value.AuthorizeAgent is { } authorize
            ? await authorize(context, agent)
            : context.RequestServices.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    private static void Unavailable(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
    }

    private static async Task<TBody?> ReadAsync<TBody>(HttpContext context, JsonTypeInfo<TBody> json)
    {
        if (context.Request.ContentLength > MaxBody || await WebhookReader.BodyAsync(context.Request.BodyReader, MaxBody, context.RequestAborted) is not { } body)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private async Task WriteAsync(Decision decision)
    {
        var body = new DecisionBody
        {
            Accepted = decision.Accepted,
            Code = decision.Code,
            Text = decision.ToText(Locale),
            Conversation = decision.Conversation.IsEmpty ? null : decision.Conversation.ToString(),
            Message = decision.Message.IsEmpty ? null : decision.Message.ToString(),
        };
        _context.Response.StatusCode = decision.Accepted ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        await _context.Response.WriteAsJsonAsync(body, AgentApiJson.Default.DecisionBody, cancellationToken: Aborted);
    }

    private string? Route(string name) => _context.Request.RouteValues[name] as string;
}
