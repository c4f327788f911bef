using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Hosting;
using OmniChannel.Identity.Matching;

namespace OmniChannel;

/// <summary>Queues, bots, routes, customer sources and event handlers.</summary>
public static class OmniChannelBuilderExtensions
{
    /// <summary>Adds a queue. The first one gets everything until a route is given.</summary>
    public static IOmniChannelBuilder AddQueue(this IOmniChannelBuilder builder, string name, Action<QueueOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var queue = new QueueOptions { Name = new(name) };
        configure?.Invoke(queue);
        builder.Services.AddSingleton(queue);
        return builder;
    }

    /// <summary>Changes how work finds its agents: policy, channels of work and what they cost, priority classes, skills, teams, queues with rings and escalations.
    /// A tick is a millisecond. Checked at start, with the path and the reason of everything that cannot work.</summary>
    /// <remarks>Starts from the section <c>Routing</c> of the configuration, where there is one. Calls are channels named <c>call</c> or <c>voice</c>; chats
    /// <c>chat</c>, letters <c>mail</c> or <c>email</c>, posts <c>social</c>, forms <c>form</c>, and all of these else <c>message</c>. Skills and teams need not be
    /// listed unless some are.</remarks>
    [Experimental("OMNI001")]
    public static IOmniChannelBuilder ConfigureRouting(this IOmniChannelBuilder builder, Action<RoutingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddSingleton(new RoutingRegistration
        {
            Change = options =>
            {
                configure(options);
                return options;
            },
        });
        return builder;
    }

    /// <summary>Takes routing options from JSON, in place of those before; as <see cref="RoutingConfiguration.Read"/> reads it.</summary>
    [Experimental("OMNI001")]
    public static IOmniChannelBuilder ConfigureRouting(this IOmniChannelBuilder builder, ReadOnlySpan<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var json = utf8Json.ToArray();
        builder.Services.AddSingleton(new RoutingRegistration { Change = _ => RoutingConfiguration.Read(json) });
        return builder;
    }

    /// <summary>Adds a bot, scoped, under a name.</summary>
    public static IOmniChannelBuilder AddBot<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBot>(
        this IOmniChannelBuilder builder, string name)
        where TBot : class, IBot
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedScoped<IBot, TBot>(name);
        return builder.Register(new BotRegistration { Name = new(name) });
    }

    /// <summary>Adds a bot that walks a decision tree.</summary>
    public static IOmniChannelBuilder AddBot(this IOmniChannelBuilder builder, string name, DecisionTree tree)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IBot>(name, new DecisionTreeBot(tree));
        return builder.Register(new BotRegistration { Name = new(name) });
    }

    /// <summary>Says who gets what comes in.</summary>
    public static IOmniChannelBuilder RouteInbound(this IOmniChannelBuilder builder, Action<InboundRouteBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var route = new InboundRouteBuilder();
        configure(route);
        builder.Services.AddSingleton(route.Route);
        return builder;
    }

    /// <summary>
    /// Adds an identifier type, or replaces a built-in one, such as <c>IdentifierDefinitions.Email with { PerCustomer = 3 }</c>. Hashes of
    /// compared values are stored: a changed normaliser no longer finds what it found before.
    /// </summary>
    public static IOmniChannelBuilder AddIdentifierType(this IOmniChannelBuilder builder, IdentifierDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(definition);
        builder.Services.AddSingleton(definition);
        return builder;
    }

    /// <summary>
    /// Has each new or changed customer record compared with all others, by what a run of <see cref="RecordMatcher"/> learned. What it takes for one
    /// person goes to <see cref="ICustomers.Reviews"/>, or is tied at once where the options say so.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="matcher">What was learned, such as <see cref="TrainedMatcher.FromJson"/> of a file.</param>
    /// <param name="configure">Changes how; null for suggestions only.</param>
    [Experimental("OMNI001")]
    public static IOmniChannelBuilder AddMatching(this IOmniChannelBuilder builder, TrainedMatcher matcher, Action<MatchingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(matcher);
        var options = new MatchingOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostPerRecord, 1, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MostPerRecord, 50, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReviewFrom, 0, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ReviewFrom, 1, nameof(configure));
        builder.Services.AddSingleton(matcher);
        builder.Services.AddSingleton(options);
        return builder;
    }

    /// <summary>Adds a source of customer records, scoped, to one workspace: customers of others are never looked up in it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="workspace">The workspace; null for the default one.</param>
    public static IOmniChannelBuilder AddCustomerSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IOmniChannelBuilder builder, string? workspace = null)
        where TSource : class, ICustomerSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedScoped<ICustomerSource, TSource>(WorkspaceOf(workspace).Value);
        return builder;
    }

    /// <summary>Adds a durable event handler, scoped, to one workspace. The name keeps its place: renaming starts from the beginning.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name of the handler, unique in its workspace.</param>
    /// <param name="workspace">The workspace; null for the default one. What the handler does to another than the default goes by <c>IOmniChannel.Workspace(e.Workspace)</c>.</param>
    public static IOmniChannelBuilder AddEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IOmniChannelBuilder builder, string name, string? workspace = null)
        where THandler : class, IOmniEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registration = new EventHandlerRegistration { Name = name, Workspace = WorkspaceOf(workspace) };
        builder.Services.AddKeyedScoped<IOmniEventHandler, THandler>(registration.Key);
        builder.Services.AddSingleton(registration);
        return builder;
    }

    private static WorkspaceId WorkspaceOf(string? name) => name is null ? WorkspaceSetup.DefaultWorkspace : new(name);

    private static IOmniChannelBuilder Register(this IOmniChannelBuilder builder, BotRegistration bot)
    {
        builder.Services.AddKeyedSingleton(bot.Name.Value, bot);
        builder.Services.AddSingleton(bot);
        return builder;
    }
}
