using OmniChannel;
using OmniChannel.Routing;

namespace OmniRetail;

/// <summary>
/// What the page needs beside the product's own endpoints: the stage for one page at a time, a fresh shopper for each run with the desks
/// cleared, and what a colleague would see of a conversation that the bot still holds.
/// </summary>
internal static class StoryEndpoints
{
    public static void MapStory(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapGet("/story/stage", (StageTurn turn, HttpContext context, bool? take) => turn.HoldAsync(context, take ?? false));
        app.MapPost("/story/start", StartAsync);
        app.MapGet("/story/conversations/{id}", WatchAsync);
    }

    private static async Task<IResult> WatchAsync(string id, string? lang, IOmniChannel omni, CancellationToken cancellationToken)
    {
        var locale = lang == "ja" ? Locale.Japanese : Locale.English;
        return ConversationId.TryParse(id, out var conversation) && await omni.Conversations.GetAsync(conversation, locale, cancellationToken) is { } view
            ? Results.Json(WatchedConversation.Of(view))
            : Results.NotFound();
    }

    private static async Task<IResult> StartAsync(
        int? stage, StageTurn turn, ClosingTime closing, ShopMembers members, IOmniChannel omni, CancellationToken cancellationToken)
    {
        if (!turn.Has(stage ?? 0))
        {
            return Results.Conflict();
        }

        await closing.TidyAsync(cancellationToken);
        var member = members.Enrol();
        await omni.Customers.ImportAsync(members.Name, member.Record!, cancellationToken);
        await omni.Agents.SetPresenceAsync(Storefront.Aoki, Presence.Available, cancellationToken);
        return Results.Json(member);
    }
}
