using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Metrics;

/// <summary>How contacts were passed around, between queues or between agents.</summary>
[Experimental("OMNI001")]
public sealed record MoveReport
{
    /// <summary>How often a contact went from one to another.</summary>
    public required int Moves { get; init; }

    /// <summary>Contacts that were moved at least once.</summary>
    public required int Moved { get; init; }

    /// <summary>Moves to one that had had the contact before.</summary>
    public required int Returns { get; init; }

    /// <summary>Moves straight back to where the contact had just come from: A, B, A.</summary>
    public required int PingPongs { get; init; }

    /// <summary>Contacts that went straight back at least once.</summary>
    public required int PingPonged { get; init; }

    /// <summary>Contacts that had a place at all: what the rates are parts of.</summary>
    public required int Contacts { get; init; }

    /// <summary>Transfer rate: the part of contacts that were moved at least once, 0 to 1; 0 without contacts.</summary>
    public double MovedRate => Contacts == 0 ? 0 : (double)Moved / Contacts;

    /// <summary>The part of contacts that went straight back at least once, 0 to 1; 0 without contacts.</summary>
    public double PingPongRate => Contacts == 0 ? 0 : (double)PingPonged / Contacts;
}
