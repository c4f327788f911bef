using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>
/// How urgent a conversation is by what is known of it: the engine moves its work so many classes up. All rules that hold are added up; the wait counts by the
/// classes themselves (<see cref="PriorityClassOptions.Ageing"/>). A <see cref="RoutingCore"/> on its own is told classes and reads no rules.
/// </summary>
[Experimental("OMNI001")]
public sealed class PriorityRuleOptions
{
    /// <summary>What is looked at, by name: what was collected in the conversation (a bot's <c>sentiment</c>), else the customer's trait (<c>segment</c>). Ordinal.</summary>
    /// <value>Null means nothing is looked at.</value>
    public string? Name { get; set; }

    /// <summary>The values for which the rule holds, compared ordinally.</summary>
    /// <value>Empty means any value.</value>
    public IList<string> Values { get; init => field = value ?? []; } = [];

    /// <summary>How often the customer must have asked again on another channel, at least. Each such time raises by one class without any rule.</summary>
    /// <value>Default 0.</value>
    public int Repeats { get; set; }

    /// <summary>The queue for whose work the rule holds.</summary>
    /// <value>Null means all.</value>
    public string? Queue { get; set; }

    /// <summary>Classes up; negative is down. The most and the least urgent class are the ends.</summary>
    /// <value>Default 1.</value>
    public int Steps { get; set; } = 1;
}
