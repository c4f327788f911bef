using OmniChannel.Content;
using OmniChannel.Engagement;
using OmniChannel.Identity;

namespace OmniChannel;

/// <summary>A message that the application wants sent.</summary>
public sealed record SendRequest
{
    /// <summary>Whom to; it must have been observed or proved before.</summary>
    public required Identifier To { get; init; }

    /// <summary>What to say.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>Why it is sent.</summary>
    public required MessagePurpose Purpose { get; init; }

    /// <summary>Makes the call count once: a repeated one gets the first decision.</summary>
    public required string IdempotencyKey { get; init; }
}
