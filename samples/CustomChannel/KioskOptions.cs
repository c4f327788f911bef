using System.ComponentModel.DataAnnotations;

namespace CustomChannel;

/// <summary>One kiosk account, below <c>OmniChannel:Channels:kiosk:{account}</c>.</summary>
public sealed class KioskOptions
{
    /// <summary>Where the messenger's API is.</summary>
    [Required]
    public Uri? BaseUrl { get; set; }

    /// <summary>Keys that webhooks may be signed with: a list, so that a new one can be added before the old one goes.</summary>
    [Required, MinLength(1)]
    public string[] SigningKeys { get; set; } = [];
}
