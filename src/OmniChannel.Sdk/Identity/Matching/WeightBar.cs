using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Identity.Matching;

/// <summary>One bar of a waterfall.</summary>
[Experimental("OMNI001")]
public sealed record WeightBar
{
    /// <summary>The field, two fields that go together (<c>a ~ b</c>), <c>prior</c> or <c>household</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The level of the field, or <c>missing</c>.</summary>
    public required string Level { get; init; }

    /// <summary>What it adds, in bits.</summary>
    public required double Bits { get; init; }

    /// <summary>The part of the bits that comes from how common the value is; negative for common values.</summary>
    public double FrequencyBits { get; init; }
}
