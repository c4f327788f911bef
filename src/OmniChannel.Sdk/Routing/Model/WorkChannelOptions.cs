using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Model;

/// <summary>A kind of work by what it takes of an agent: a call, a chat, an e-mail.</summary>
[Experimental("OMNI001")]
public sealed class WorkChannelOptions
{
    /// <summary>The name, compared ordinally.</summary>
    public required string Name { get; init; }

    /// <summary>Units of an agent's capacity that one item takes, from 0.</summary>
    /// <value>Default 1.</value>
    public int Cost { get; set; } = 1;

    /// <summary>Most items of this channel at one agent, 1 to 255.</summary>
    /// <value>Default 255.</value>
    public int LimitPerAgent { get; set; } = 255;

    /// <summary>True: an agent who holds such work may get work of a channel that <see cref="Interrupts"/>, as if this took no capacity.</summary>
    public bool Interruptible { get; set; }

    /// <summary>True: capacity taken by interruptible work does not keep such work from an agent.</summary>
    public bool Interrupts { get; set; }

    /// <summary>Names of channels from which an agent may get work while holding work of this one.</summary>
    /// <value>Null means all.</value>
    public IList<string>? AllowMeanwhile { get; set; }

    /// <summary>Ticks for which finished work goes on taking capacity.</summary>
    /// <value>Default 0.</value>
    public long WrapUp { get; set; }
}
