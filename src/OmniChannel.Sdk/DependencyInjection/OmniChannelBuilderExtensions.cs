using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using OmniChannel.Hosting;

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

    /// <summary>Adds a bot, scoped, under a name.</summary>
    public static IOmniChannelBuilder AddBot<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBot>(
        this IOmniChannelBuilder builder, string name)
        where TBot : class, IBot
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedScoped<IBot, TBot>(name);
        builder.Services.AddKeyedSingleton(name, new BotRegistration { Name = new(name) });
        return builder;
    }

    /// <summary>Adds a bot that walks a decision tree.</summary>
    public static IOmniChannelBuilder AddBot(this IOmniChannelBuilder builder, string name, DecisionTree tree)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IBot>(name, new DecisionTreeBot(tree));
        builder.Services.AddKeyedSingleton(name, new BotRegistration { Name = new(name) });
        return builder;
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
}
