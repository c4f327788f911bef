namespace OmniChannel.Simulation.Scenarios;

/// <summary>A kind of contact by what it takes of an agent: a call, a chat, a letter.</summary>
public sealed record ContactChannel
{
    /// <summary>Its name, which classes and groups refer to.</summary>
    public required string Name { get; init; }

    /// <summary>Units of an agent's capacity that a contact takes, 1 to 255.</summary>
    /// <value>Default 1.</value>
    public int Weight { get; init; } = 1;

    /// <summary>Most contacts of this channel at one agent, 1 to 255.</summary>
    /// <value>Default 255.</value>
    public int Limit { get; init; } = 255;

    /// <summary>True: an agent who has such contacts may get one of a channel that <see cref="Interrupts"/>, as if they took nothing.</summary>
    public bool Interruptible { get; init; }

    /// <summary>True: what interruptible contacts take does not keep such a contact from an agent.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Names of channels from which an agent may get contacts while having one of this; null: all.</summary>
    public IReadOnlyList<string>? AllowMeanwhile { get; init; }
}
