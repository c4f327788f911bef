using OmniChannel;
using OmniChannel.Emulator;
using OmniChannel.Routing;

namespace OmniRetail;

/// <summary>
/// Ends what an earlier story left behind, as people would: the caller hangs up, the agents close what they have, and a colleague comes in
/// for what still waits, such as work that the agents let pass a moment ago and would be offered again later.
/// </summary>
internal sealed class ClosingTime(IOmniChannel omni, OmniEmulator emulator)
{
    private static readonly AgentId Colleague = new("closing-time");

    /// <summary>Without a phone nobody is offered a call.</summary>
    private static readonly Uri Phone = new("tel:+81312340009");

    private readonly SemaphoreSlim _one = new(1);

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            HangUp();
            await EmptyAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private void HangUp()
    {
        foreach (var call in emulator.Snapshot.Calls.Where(c => c.IsLive))
        {
            emulator.HangUp(call.Sid);
        }
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var agent in (AgentId[])[Storefront.Aoki, Storefront.Baker])
        {
            await omni.Agents.SetPresenceAsync(agent, Presence.Away, cancellationToken);
            await CloseAllAsync(agent, cancellationToken);
        }

        await omni.Agents.SignInAsync(
            new() { Id = Colleague, DisplayName = "Closing time", Skills = Storefront.Skills, Capacity = 100, Phone = Phone },
            Presence.Available,
            cancellationToken);
        while (await AcceptAllAsync(Colleague, cancellationToken))
        {
            await CloseAllAsync(Colleague, cancellationToken);
        }

        await omni.Agents.SetPresenceAsync(Colleague, Presence.Offline, cancellationToken);
    }

    private async Task CloseAllAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var desk = await omni.Agents.DeskAsync(agent, Locale.English, cancellationToken);
        foreach (var conversation in desk.Conversations)
        {
            await omni.Agents.CloseAsync(agent, conversation.Id, null, cancellationToken);
        }
    }

    private async Task<bool> AcceptAllAsync(AgentId agent, CancellationToken cancellationToken)
    {
        var desk = await omni.Agents.DeskAsync(agent, Locale.English, cancellationToken);
        foreach (var offer in desk.Offers)
        {
            await omni.Agents.AcceptAsync(agent, offer.Id, cancellationToken);
        }

        return desk.Offers.Count > 0;
    }
}
