using OmniChannel;
using OmniChannel.Routing;

namespace OmniRetail;

/// <summary>Opens the shop: two agents sign in.</summary>
internal sealed class Storefront(IOmniChannel omni) : IHostedService
{
    public static readonly AgentId Aoki = new("agent-a");
    public static readonly AgentId Baker = new("agent-b");

    public const string AokiPhone = "+81312340001";
    public const string BakerPhone = "+81312340002";

    public static IReadOnlyList<SkillLevel> Skills { get; } = [new() { Skill = "sneakers" }];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await SignInAsync(Aoki, "Aoki", "tel:" + AokiPhone, Presence.Available, cancellationToken);
        await SignInAsync(Baker, "Baker", "tel:" + BakerPhone, Presence.Available, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task SignInAsync(AgentId id, string name, string phone, Presence presence, CancellationToken cancellationToken) => omni.Agents.SignInAsync(
        new() { Id = id, DisplayName = name, Skills = Skills, Capacity = 6, Phone = new(phone) }, presence, cancellationToken);
}
