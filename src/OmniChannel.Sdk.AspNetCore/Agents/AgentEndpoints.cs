using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.AspNetCore.Channels;
using OmniChannel.Content;
using OmniChannel.Routing;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>The agent API: JSON and server-sent events. Every call is asked for authorisation to act as the agent in its path.</summary>
internal static class AgentEndpoints
{
    public static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, string prefix)
    {
        var group = endpoints.MapGroup(prefix).WithTags("Agent");
        var agent = group.MapGroup("/{agent}");
        Read(agent, "/queues", "Names of the queues.", typeof(IReadOnlyList<string>), QueuesAsync);
        Read(agent, "/desk", "Everything on the agent's desk now.", typeof(DeskView), DeskAsync);
        Read(agent, "/desk/stream", "The desk again after each change, as server-sent events named 'desk'.", typeof(DeskView), StreamAsync);
        Command<SignInBody>(agent, "/sign-in", "Signs the agent in.", AgentApiJson.Default.SignInBody, SignInAsync);
        Command<PresenceBody>(agent, "/presence", "Changes presence.", AgentApiJson.Default.PresenceBody, (c, b) => c.Omni.Agents.SetPresenceAsync(c.Agent, b.Presence, c.Aborted));
        Command<EpochBody>(agent, "/offers/{offer}/accept", "Takes an offer.", AgentApiJson.Default.EpochBody, (c, _) => c.Omni.Agents.AcceptAsync(c.Agent, c.Offer, c.Aborted));
        Command<EpochBody>(agent, "/offers/{offer}/decline", "Declines an offer.", AgentApiJson.Default.EpochBody, (c, _) => c.Omni.Agents.DeclineAsync(c.Agent, c.Offer, c.Aborted));
        Command<EpochBody>(agent, "/pull", "Takes the most urgent work that the agent can do.", AgentApiJson.Default.EpochBody, (c, _) => c.Omni.Agents.PullAsync(c.Agent, c.Aborted));
        Conversation(agent.MapGroup("/conversations/{conversation}"));
        Command<ResolveBody>(
            agent, "/messages/{message}/resolve", "Decides about a message of unknown outcome.", AgentApiJson.Default.ResolveBody, (c, b) => c.Omni.Agents.ResolveMessageAsync(c.Agent, c.Message, b.SendAgain, c.Aborted));
        return group;
    }

    private static void Conversation(RouteGroupBuilder group)
    {
        var json = AgentApiJson.Default;
        Command<TextBody>(group, "/reply", "Says something to the customer.", json.TextBody, (c, b) => c.Omni.Agents.ReplyAsync(c.Agent, c.Conversation, new TextContent(b.Text), b.Epoch, c.Aborted));
        Command<TextBody>(group, "/note", "Leaves a private note.", json.TextBody, (c, b) => c.Omni.Agents.NoteAsync(c.Agent, c.Conversation, b.Text, c.Aborted));
        Command<TransferBody>(group, "/transfer", "Passes the conversation on.", json.TransferBody, (c, b) => c.Omni.Agents.TransferAsync(c.Agent, c.Conversation, Target(b), b.Epoch, c.Aborted));
        Command<EpochBody>(group, "/claim", "Takes a conversation that waits.", json.EpochBody, (c, _) => c.Omni.Agents.ClaimAsync(c.Agent, c.Conversation, c.Aborted));
        Command<EpochBody>(group, "/escalate", "Passes it up.", json.EpochBody, (c, b) => c.Omni.Agents.EscalateAsync(c.Agent, c.Conversation, b.Epoch, c.Aborted));
        Command<EpochBody>(group, "/release", "Gives it back to its queue.", json.EpochBody, (c, b) => c.Omni.Agents.ReleaseAsync(c.Agent, c.Conversation, b.Epoch, c.Aborted));
        Command<EpochBody>(group, "/close", "Closes it.", json.EpochBody, (c, b) => c.Omni.Agents.CloseAsync(c.Agent, c.Conversation, b.Epoch, c.Aborted));
        Read(group, "/reviews", "Who may be the same person as its customer, and why; only for the agent who holds it.", typeof(IReadOnlyList<ReviewBody>), ReviewEndpoints.ListAsync);
        Command<EpochBody>(group, "/reviews/{first}/{second}/accept", "They are one person: merges them.", json.EpochBody, (c, _) => ReviewEndpoints.AcceptAsync(c));
        Command<EpochBody>(group, "/reviews/{first}/{second}/dismiss", "Leaves it open until more speaks for it.", json.EpochBody, (c, _) => ReviewEndpoints.DismissAsync(c));
        Command<EpochBody>(group, "/reviews/{first}/{second}/never", "Never one person, whatever comes.", json.EpochBody, (c, _) => ReviewEndpoints.NeverAsync(c));
    }

    private static void Read(RouteGroupBuilder group, string pattern, string summary, Type answer, RequestDelegate run) => group
        .MapGet(pattern, run)
        .WithMetadata(run.Method, new ProducesResponseTypeMetadata(StatusCodes.Status200OK, answer, ["application/json"]))
        .WithSummary(summary);

    private static void Command<TBody>(
        RouteGroupBuilder group,
        string pattern,
        string summary,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TBody> json,
        Func<AgentCall, TBody, Task<Decision>> run)
        where TBody : notnull
    {
        RequestDelegate handle = c => AgentCall.RunAsync(c, json, run);
        var endpoint = group.MapPost(pattern, handle);
        endpoint.WithMetadata(handle.Method);
        endpoint.WithMetadata(new AcceptsMetadata(["application/json"], typeof(TBody)));
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DecisionBody), ["application/json"]));
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status409Conflict, typeof(DecisionBody), ["application/json"]));
        endpoint.WithSummary(summary);
    }

    private static async Task<Decision> SignInAsync(AgentCall call, SignInBody body)
    {
        var asked = new AgentProfile
        {
            Id = call.Agent,
            DisplayName = string.IsNullOrWhiteSpace(body.DisplayName) ? call.Agent.Value : body.DisplayName,
            Skills = body.Skills,
            Teams = body.Teams,
            Capacity = Math.Clamp(body.Capacity, 0, 100),
            Channels = body.Channels,
            ShiftEnd = body.ShiftEnd,
            ReliefAfter = Math.Clamp(body.ReliefAfter, 0, 1000),
            ReliefFor = TimeSpan.FromSeconds(double.IsFinite(body.ReliefSeconds) ? Math.Clamp(body.ReliefSeconds, 0, 86_400) : 0),
            OnlyTakes = body.OnlyTakes,
            TakesFrom = body.TakesFrom?.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => new QueueName(name)).ToList(),
            Phone = string.IsNullOrWhiteSpace(body.Phone) ? null : Uri.TryCreate(body.Phone, UriKind.Absolute, out var phone) ? phone : throw new ArgumentException("The phone is no address."),
        };
        return await call.Omni.Agents.SignInAsync(await call.DecideProfileAsync(asked), Presence.Available, call.Aborted);
    }

    private static TransferTarget Target(TransferBody body) => new()
    {
        Agent = string.IsNullOrWhiteSpace(body.Agent) ? default : new(body.Agent),
        Queue = string.IsNullOrWhiteSpace(body.Queue) ? default : new(body.Queue),
        Team = string.IsNullOrWhiteSpace(body.Team) ? null : body.Team,
        Bot = string.IsNullOrWhiteSpace(body.Bot) ? default : new(body.Bot),
        Note = body.Note,
    };

    private static async Task QueuesAsync(HttpContext context)
    {
        if (await AgentCall.BeginAsync(context) is not { } call)
        {
            return;
        }

        IReadOnlyList<string> queues = [.. call.Omni.Routing.Queues.Select(q => q.Value)];
        await context.Response.WriteAsJsonAsync(queues, AgentApiJson.Default.IReadOnlyListString, cancellationToken: call.Aborted);
    }

    private static async Task DeskAsync(HttpContext context)
    {
        if (await AgentCall.BeginAsync(context) is { } call)
        {
            var desk = await call.Omni.Agents.DeskAsync(call.Agent, call.Locale, call.Aborted);
            await context.Response.WriteAsJsonAsync(desk, AgentApiJson.Default.DeskView, cancellationToken: call.Aborted);
        }
    }

    private static async Task StreamAsync(HttpContext context)
    {
        if (await AgentCall.BeginAsync(context) is not { } call)
        {
            return;
        }

        using var ended = await ServerSentEvents.BeginAsync(context);
        var recheck = new Recheck(context.RequestServices.GetRequiredService<TimeProvider>());
        try
        {
            await foreach (var desk in call.Omni.Agents.WatchDeskAsync(call.Agent, call.Locale, ended.Token))
            {
                if (recheck.IsDue() && !await call.IsStillAllowedAsync())
                {
                    return;
                }

                await ServerSentEvents.WriteAsync(context, "", "desk", System.Text.Json.JsonSerializer.Serialize(desk, AgentApiJson.Default.DeskView));
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }
}
