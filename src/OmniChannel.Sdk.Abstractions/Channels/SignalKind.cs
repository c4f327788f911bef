using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Channels;

/// <summary>What a signal says. Vendors may add more.</summary>
[JsonConverter(typeof(TextJsonConverter<SignalKind>))]
public readonly record struct SignalKind : IParsable<SignalKind>
{
    /// <summary>Wraps a name.</summary>
    public SignalKind(string name) => Name = NameText.Check(name);

    /// <summary>The customer's client is connected.</summary>
    public static SignalKind Joined { get; } = new("joined");

    /// <summary>The customer's client is gone.</summary>
    public static SignalKind Left { get; } = new("left");

    /// <summary>A call came in and waits for instructions.</summary>
    public static SignalKind CallStarted { get; } = new("call-started");

    /// <summary>The caller asks again for instructions (a wait came to its end).</summary>
    public static SignalKind CallPolled { get; } = new("call-polled");

    /// <summary>The caller and an agent's phone are connected.</summary>
    public static SignalKind CallConnected { get; } = new("call-connected");

    /// <summary>The agent's phone did not answer, or was busy.</summary>
    public static SignalKind CallUnanswered { get; } = new("call-unanswered");

    /// <summary>The call is over.</summary>
    public static SignalKind CallEnded { get; } = new("call-ended");

    /// <summary>The name; empty for the default value.</summary>
    public string Name => field ?? "";

    /// <inheritdoc/>
    public static SignalKind Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SignalKind result)
    {
        var fits = NameText.IsName(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Name;
}
