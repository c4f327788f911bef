using System.Globalization;
using System.Text.Json.Serialization;

namespace OmniChannel.Content;

/// <summary>A place on earth.</summary>
public sealed record LocationContent : MessageContent
{
    /// <summary>WGS 84 degrees, -90 to 90.</summary>
    public required double Latitude { get; init; }

    /// <summary>WGS 84 degrees, -180 to 180.</summary>
    public required double Longitude { get; init; }

    /// <summary>What people call the place; null for none.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Preview => string.Create(CultureInfo.InvariantCulture, $"{Name ?? "Location"} ({Latitude}, {Longitude})");
}
