using System.Text.Json.Serialization;

namespace OmniChannel.Routing;

/// <summary>What an agent brings when signing in.</summary>
public sealed record AgentProfile
{
    /// <summary>The agent's id in the host.</summary>
    public required AgentId Id { get; init; }

    /// <summary>The name that colleagues and customers see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Skills and levels.</summary>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>Teams the agent belongs to.</summary>
    public IReadOnlyList<string> Teams { get; init => field = value ?? []; } = [];

    /// <summary>How much the agent takes at once; a conversation weighs 1, a call 4.</summary>
    /// <value>Default 4.</value>
    public int Capacity { get; init; } = 4;

    /// <summary>Names of the channels of routing from which the agent takes work (see <c>ConfigureRouting</c>; without channels of your own
    /// <c>message</c> and <c>call</c>). To change them, sign in again. Names that are not there are ignored.</summary>
    /// <value>Null means all.</value>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>When the agent gets nothing new any more; what they hold stays. Null when they say so themselves.</summary>
    public DateTimeOffset? ShiftEnd { get; init; }

    /// <summary>Conversations of queues with heavy work (<c>Heavy</c>) after which the agent gets a break of <see cref="ReliefFor"/>.</summary>
    /// <value>Default 0: never.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ReliefAfter { get; init; }

    /// <summary>How long that break is.</summary>
    /// <value>Default none.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TimeSpan ReliefFor { get; init; }

    /// <summary>True: the agent is offered nothing and takes work themselves, by pulling or claiming, as far as <see cref="Capacity"/> goes. For those who help out now
    /// and then; they do not count as free for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OnlyTakes { get; init; }

    /// <summary>The queues from which the agent may pull and claim. Names that are not there are ignored.</summary>
    /// <value>Null means all; empty means none.</value>
    public IReadOnlyList<QueueName>? TakesFrom { get; init; }

    /// <summary>Where calls are connected to: <c>tel:</c> with E.164, or <c>sip:</c>. Null when the agent takes no calls.</summary>
    public Uri? Phone { get; init; }
}
