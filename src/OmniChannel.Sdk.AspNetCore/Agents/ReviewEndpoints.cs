using Microsoft.AspNetCore.Http;
using OmniChannel.Customers;
using OmniChannel.Identity;

namespace OmniChannel.AspNetCore.Agents;

/// <summary>
/// Who may be the customer of a conversation, and what the agent who holds it says. Nothing shows to anybody else, nor before the customer is
/// recognised by more than a claim.
/// </summary>
internal static class ReviewEndpoints
{
    public static async Task ListAsync(HttpContext context)
    {
        if (await AgentCall.BeginAsync(context) is not { } call)
        {
            return;
        }

        var found = new List<ReviewBody>();
        if (await CustomerAsync(call) is { } customer)
        {
            foreach (var review in await call.Omni.Customers.Reviews.OfAsync(customer.Id, call.Aborted))
            {
                var other = review.FirstCustomer == customer.Id ? review.SecondCustomer : review.FirstCustomer;
                found.Add(ReviewBody.Of(review, await call.Omni.Customers.GetAsync(other, call.Aborted), call.Locale));
            }
        }

        await context.Response.WriteAsJsonAsync(found, AgentApiJson.Default.IReadOnlyListReviewBody, cancellationToken: call.Aborted);
    }

    public static Task<Decision> AcceptAsync(AgentCall call) => DecideAsync(call, (reviews, review, by) => OfAsync(reviews.AcceptAsync(review, by, call.Aborted)));

    public static Task<Decision> DismissAsync(AgentCall call) => DecideAsync(call, (reviews, review, by) => reviews.DismissAsync(review, by.By, call.Aborted));

    public static Task<Decision> NeverAsync(AgentCall call) => DecideAsync(call, (reviews, review, by) => OfAsync(reviews.NeverAsync(review, by, call.Aborted)));

    private static async Task<Decision> DecideAsync(AgentCall call, Func<IMatchReviews, MatchReview, IdentityChangeOptions, Task<Decision>> decide)
    {
        var (first, second) = call.Reviewed;
        var reviews = call.Omni.Customers.Reviews;
        var open = await CustomerAsync(call) is { } customer ? await reviews.OfAsync(customer.Id, call.Aborted) : [];
        return open.FirstOrDefault(r => r.First == first && r.Second == second) is { } review
            ? await decide(reviews, review, new() { By = call.Agent.Value })
            : new() { Accepted = false, Reason = new() { Code = "review.unknown" } };
    }

    /// <summary>The customer of a conversation that the agent holds; null for another's, and while only claims say who it is.</summary>
    private static async Task<CustomerView?> CustomerAsync(AgentCall call)
    {
        var desk = await call.Omni.Agents.DeskAsync(call.Agent, call.Locale, call.Aborted);
        return desk.Conversations.FirstOrDefault(c => c.Id == call.Conversation)?.Customer is { Values.Count: > 0 } known ? known : null;
    }

    private static async Task<Decision> OfAsync(Task<IdentityChange> change)
    {
        var done = await change;
        return new() { Accepted = done.Accepted, Reason = done.Reason };
    }
}
