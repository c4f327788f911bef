using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniChannel.Identity.Matching;

namespace OmniChannel.Hosting;

/// <summary>Checks what was registered and makes the engines of the workspaces from it.</summary>
internal sealed partial class WorkspaceSetup(IServiceProvider services)
{
    public static readonly WorkspaceId DefaultWorkspace = new("default");

    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<WorkspaceSetup>();

    public Dictionary<WorkspaceId, EngineHost> Build(OmniChannelOptions options)
    {
        var findings = new List<string>();
        var routing = Routing(findings);
        var queues = services.GetServices<QueueOptions>().Concat(routing.Queues.Select(QueueOptions.Of)).ToList();
        var route = Route(queues);
        findings.AddRange(Check(options));
        findings.AddRange(Check(queues, route));
        if (findings.Count == 0)
        {
            CheckRouting(queues, routing, findings);
        }

        findings.AddRange(services.GetServices<BotRegistration>().GroupBy(b => b.Name).Where(g => g.Count() > 1)
            .Select(g => $"Two bots are named '{g.Key}'. Give one of the AddBot calls another name."));
        findings.AddRange(services.GetServices<EventHandlerRegistration>().GroupBy(h => h.Key).Where(g => g.Count() > 1)
            .Select(g => $"Two event handlers are named '{g.First().Name}', so both would move one cursor. Give one of the AddEventHandler calls another name."));
        if (services.GetService<IEngineStore>() is null)
        {
            findings.Add("No store was chosen. Call UseSqliteStorage(\"Data Source=omni.db\") or UseInMemoryStorage() after AddOmniChannel.");
        }

        var registrations = services.GetServices<ChannelRegistration>().Where(r => IsUsable(r, findings)).ToList();
        if (findings.Count > 0)
        {
            throw new OmniChannelSetupException(findings);
        }

        return registrations.Select(r => r.Workspace).Append(DefaultWorkspace).Distinct()
            .ToDictionary(w => w, w => Engine(w, registrations.Where(r => r.Workspace == w), options, (queues, routing), route));
    }

    private EngineHost Engine(
        WorkspaceId workspace, IEnumerable<ChannelRegistration> registrations, OmniChannelOptions options,
        (List<QueueOptions> Queues, RoutingOptions Rules) routing, InboundRoute route)
    {
        var ports = registrations.ToDictionary(r => r.Id, r => r.Create(services, options.WebhookUrl(r.Id)));
        var rules = new WorkspaceRules
        {
            Workspace = workspace,
            Region = options.Region,
            IdentifierTypes = [.. services.GetServices<IdentifierDefinition>().Reverse().Concat(IdentifierDefinitions.Default).DistinctBy(d => d.Type)],
            Profiles = new(options.Profiles),
            Matching = services.GetService<MatchingOptions>() is { } matching ? new() { Links = matching.Policy == MatchPolicy.Link, MostPerRecord = matching.MostPerRecord } : null,
            Locale = new(options.Locale),
            Queues = routing.Queues,
            Routing = routing.Rules,
            DefaultBot = route.Bot,
            Bots = services.GetServices<BotRegistration>().Select(b => b.Name).ToHashSet(),
            DefaultQueue = route.Queue,
            Channels = ports.ToDictionary(p => p.Key, p => p.Value.Capabilities),
            IdOf = m => ports.GetValueOrDefault(m.To.Account)?.IdOf(m),
            HasCustomerSources = services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(ICustomerSource), workspace.Value),
            ReopenWindow = options.ReopenWindow,
            BotTurnTimeout = options.BotTurnTimeout,
            BatchSize = options.BatchSize,
        };
        return new(rules, new(ports), services);
    }

    private RoutingOptions Routing(List<string> findings)
    {
        try
        {
            return services.GetServices<RoutingRegistration>().Aggregate(new RoutingOptions(), (options, next) => next.Change(options));
        }
        catch (RoutingConfigurationException e)
        {
            findings.AddRange(e.Errors.Select(error => "Routing: " + error));
            return new();
        }
    }

    private static void CheckRouting(List<QueueOptions> queues, RoutingOptions routing, List<string> findings)
    {
        try
        {
            new RoutingSetup(queues, routing).Check();
        }
        catch (RoutingConfigurationException e)
        {
            findings.AddRange(e.Errors.Select(error => "Routing: " + error));
        }
    }

    /// <summary>With exactly one queue and no route, everything goes to it.</summary>
    private InboundRoute Route(List<QueueOptions> queues) =>
        services.GetServices<InboundRoute>().LastOrDefault() ?? new() { Queue = queues.Count > 0 ? queues[0].Name : default };

    private static IEnumerable<string> Check(OmniChannelOptions options)
    {
        if (options.PublicBaseUrl is { IsAbsoluteUri: false })
        {
            yield return $"PublicBaseUrl is '{options.PublicBaseUrl}', which is not a whole address. Set OmniChannel:PublicBaseUrl to one such as https://shop.example.";
        }

        if (!options.PathPrefix.StartsWith('/'))
        {
            yield return $"PathPrefix is '{options.PathPrefix}', which does not begin with a slash. Set OmniChannel:PathPrefix to one such as /omni.";
        }

        if (options.BatchSize is < 1 or > 1000)
        {
            yield return $"BatchSize is {options.BatchSize}. Set OmniChannel:BatchSize to a number from 1 to 1000.";
        }

        if (options.BotTurnTimeout <= TimeSpan.Zero)
        {
            yield return $"BotTurnTimeout is {options.BotTurnTimeout}. Set OmniChannel:BotTurnTimeout to more than zero.";
        }

        foreach (var finding in ProfileRules.Check(options.Profiles))
        {
            yield return finding;
        }

        if (options.ReopenWindow < TimeSpan.Zero)
        {
            yield return $"ReopenWindow is {options.ReopenWindow}. Set OmniChannel:ReopenWindow to zero or more.";
        }
    }

    private IEnumerable<string> Check(List<QueueOptions> queues, InboundRoute route)
    {
        if (queues.Count == 0)
        {
            yield return "There is no queue, so nobody would get what comes in. Call AddQueue(\"general\").";
        }

        foreach (var twice in queues.GroupBy(q => q.Name).Where(g => g.Count() > 1))
        {
            yield return $"Queue '{twice.Key}' was added twice. Remove one AddQueue(\"{twice.Key}\").";
        }

        if (queues.Count > 1 && services.GetServices<InboundRoute>().LastOrDefault() is null)
        {
            yield return "There are several queues and no route. Call RouteInbound(r => r.DefaultQueue(\"...\")).";
        }

        var named = queues.SelectMany(q => new[] { (From: $"queue '{q.Name}' overflows", To: q.Overflow), (From: $"queue '{q.Name}' escalates", To: q.Escalation) })
            .Concat(queues.Select(q => (From: $"queue '{q.Name}' is closed and sends", To: q.ClosedTo)))
            .Append((From: "RouteInbound sends", To: route.Queue));
        foreach (var (from, to) in named.Where(n => !n.To.IsEmpty && queues.TrueForAll(q => q.Name != n.To)))
        {
            yield return $"{from} to '{to}', and there is no such queue. Call AddQueue(\"{to}\").";
        }

        if (!route.Bot.IsEmpty && services.GetKeyedService<BotRegistration>(route.Bot.Value) is null)
        {
            yield return $"RouteInbound names bot '{route.Bot}', which was not added. Call AddBot<TBot>(\"{route.Bot}\").";
        }
    }

    /// <summary>In Development an account whose settings are missing is off, with a warning; elsewhere it stops the start.</summary>
    private bool IsUsable(ChannelRegistration registration, List<string> findings)
    {
        var wrong = registration.Validate(services);
        if (wrong.Count == 0)
        {
            return true;
        }

        if (services.GetService<IHostEnvironment>()?.IsDevelopment() == true)
        {
            foreach (var finding in wrong)
            {
                LogOff(finding);
            }
        }
        else
        {
            findings.AddRange(wrong);
        }

        return false;
    }

    [LoggerMessage(201, LogLevel.Warning, "Off: {Finding}")]
    private partial void LogOff(string finding);
}
