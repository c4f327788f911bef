using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OmniChannel.Routing.Explanations;

/// <summary>Why work went to its agent, or why it waits, as numbers; <see cref="ToExplanation"/> makes a sentence of them.</summary>
[Experimental("OMNI001")]
public readonly record struct RoutingExplanation
{
    /// <summary>What it comes to.</summary>
    public RoutingReason Reason { get; init; }

    /// <summary>The policy's code.</summary>
    public string? Policy { get; init; }

    /// <summary>Who was chosen, or whom the work waits for.</summary>
    public AgentHandle Agent { get; init; }

    /// <summary>Who would have been next among those compared.</summary>
    public AgentHandle RunnerUp { get; init; }

    /// <summary>Agents present.</summary>
    public int Present { get; init; }

    /// <summary>Of those, agents who have what the present ring asks for.</summary>
    public int Skilled { get; init; }

    /// <summary>Of those, agents with room.</summary>
    public int Free { get; init; }

    /// <summary>Of those, agents who were not asked before or are asked again.</summary>
    public int Willing { get; init; }

    /// <summary>Items of the queue that go first.</summary>
    public int Ahead { get; init; }

    /// <summary>When time alone changes it: the next ring, escalation, end of a hold, offer or cool-down; <see cref="long.MaxValue"/> for never.</summary>
    public long NextChange { get; init; }

    /// <summary>How many agents who are present the next ring would add; 0 without one.</summary>
    public int AddedByNextRing { get; init; }

    /// <summary>The same as a code with arguments, which has a sentence in English and Japanese.</summary>
    /// <param name="name">Names an agent.</param>
    /// <param name="queue">The queue's name.</param>
    /// <param name="skills">What is asked for, for people.</param>
    public Explanation ToExplanation(Func<AgentHandle, string> name, string queue = "", string skills = "-")
    {
        ArgumentNullException.ThrowIfNull(name);
        RoutingTexts.Register();
        return Explanation.Of(
            Reason == RoutingReason.Chosen ? Policy ?? "routing.longest-idle" : "routing." + Reason.Word(),
            ("agent", Agent.Index < 0 ? "" : name(Agent)),
            ("runner-up", RunnerUp.Index < 0 ? "" : name(RunnerUp)),
            ("queue", queue),
            ("skills", skills),
            ("present", Number(Present)),
            ("skilled", Number(Skilled)),
            ("free", Number(Free)),
            ("ahead", Number(Ahead)),
            ("next-ring", Number(AddedByNextRing)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
