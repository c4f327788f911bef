using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>Work moves to another queue when one of the conditions that are set holds. It keeps its age and its place among equals,
/// and its channel where the other queue names none.</summary>
[Experimental("OMNI001")]
public sealed class EscalationOptions
{
    /// <summary>The queue it moves to.</summary>
    public required string To { get; init; }

    /// <summary>The priority class it gets.</summary>
    /// <value>Null keeps its class.</value>
    public string? Class { get; set; }

    /// <summary>After so many ticks in this queue.</summary>
    public long? After { get; set; }

    /// <summary>On arrival, when so many items wait in this queue already.</summary>
    public int? WhenWaiting { get; set; }

    /// <summary>When nobody who could ever take it is there: present on its channel, within their shift, large enough, with the skills of its present ring
    /// or a later one, or preferred by it. On arrival, and whenever somebody leaves.</summary>
    public bool WhenNobody { get; set; }

    /// <summary>After so many offers that were declined or ran out.</summary>
    public int? AfterRefusals { get; set; }
}
