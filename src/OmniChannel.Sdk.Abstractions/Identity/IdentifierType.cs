using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmniChannel.Identity;

/// <summary>A kind of identifier. Hosts may add their own.</summary>
[JsonConverter(typeof(TextJsonConverter<IdentifierType>))]
public readonly record struct IdentifierType : IParsable<IdentifierType>
{
    /// <summary>Wraps a lower-case name, such as <c>loyalty-id</c>.</summary>
    public IdentifierType(string name) => Name = NameText.Check(name);

    /// <summary>A phone number in E.164.</summary>
    public static IdentifierType Phone { get; } = new("phone");

    /// <summary>An e-mail address.</summary>
    public static IdentifierType Email { get; } = new("email");

    /// <summary>The host's own sign-in name.</summary>
    public static IdentifierType Login { get; } = new("login");

    /// <summary>A browser or an app installation.</summary>
    public static IdentifierType Device { get; } = new("device");

    /// <summary>A member number.</summary>
    public static IdentifierType LoyaltyId { get; } = new("loyalty-id");

    /// <summary>A sender on a channel account.</summary>
    public static IdentifierType ChannelAddress { get; } = new("channel-address");

    /// <summary>The SHA-256 of an e-mail address in compared form, as 64 hexadecimal digits.</summary>
    public static IdentifierType HashedEmail { get; } = new("hashed-email");

    /// <summary>The SHA-256 of a phone number in E.164 with its plus sign, as 64 hexadecimal digits.</summary>
    public static IdentifierType HashedPhone { get; } = new("hashed-phone");

    /// <summary>The name; empty for the default value.</summary>
    public string Name => field ?? "";

    /// <inheritdoc/>
    public static IdentifierType Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IdentifierType result)
    {
        var fits = NameText.IsName(s);
        result = fits ? new(s!) : default;
        return fits;
    }

    /// <summary>The name itself.</summary>
    public override string ToString() => Name;
}
