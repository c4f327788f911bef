using OmniChannel;
using OmniChannel.Routing;

namespace OmniRetail;

/// <summary>
/// What the page needs beside the product's own endpoints: a fresh shopper for each run, with the desks cleared, and what a colleague would see
/// of a conversation that the bot still holds.
/// </summary>
internal static class StoryEndpoints
{
    public static void MapStory(this WebApplication app)
    {
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

    private static async Task<Member> StartAsync(ShopMembers members, IOmniChannel omni, CancellationToken cancellationToken)
    {
        await ClearAsync(omni, Storefront.Aoki, cancellationToken);
        await ClearAsync(omni, Storefront.Baker, cancellationToken);
        var member = members.Enrol();
        await omni.Customers.ImportAsync(members.Name, member.Record!, cancellationToken);
        await omni.Agents.SetPresenceAsync(Storefront.Baker, Presence.Away, cancellationToken);
        await omni.Agents.SetPresenceAsync(Storefront.Aoki, Presence.Available, cancellationToken);
        return member;
    }

    private static async Task ClearAsync(IOmniChannel omni, AgentId agent, CancellationToken cancellationToken)
    {
        var desk = await omni.Agents.DeskAsync(agent, Locale.English, cancellationToken);
        foreach (var offer in desk.Offers)
        {
            await omni.Agents.AcceptAsync(agent, offer.Id, cancellationToken);
        }

        foreach (var conversation in desk.Conversations.Select(c => c.Id).Concat(desk.Offers.Select(o => o.Conversation.Id)))
        {
            await omni.Agents.CloseAsync(agent, conversation, null, cancellationToken);
        }
    }
}
