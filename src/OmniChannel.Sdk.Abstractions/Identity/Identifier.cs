namespace OmniChannel.Identity;

/// <summary>A typed fact that can recognise a person. Values are compared after the type's normaliser has run.</summary>
public sealed record Identifier
{
    /// <summary>What kind of fact it is.</summary>
    public required IdentifierType Type { get; init; }

    /// <summary>The value as given; the engine normalises it.</summary>
    public required string Value { get; init; }

    /// <summary>The channel account within which the value is a person's, for types of <see cref="IdentifierScope.Account"/>; null elsewhere.</summary>
    public ChannelAccountId? Account { get; init; }

    /// <summary>A phone number, in E.164 or as written in the workspace's region.</summary>
    public static Identifier Phone(string number) => new() { Type = IdentifierType.Phone, Value = number };

    /// <summary>An e-mail address.</summary>
    public static Identifier Email(string address) => new() { Type = IdentifierType.Email, Value = address };

    /// <summary>The host's own sign-in name.</summary>
    public static Identifier Login(string name) => new() { Type = IdentifierType.Login, Value = name };

    /// <summary>A browser or an app installation.</summary>
    public static Identifier Device(string id) => new() { Type = IdentifierType.Device, Value = id };

    /// <summary>A member number.</summary>
    public static Identifier LoyaltyId(string number) => new() { Type = IdentifierType.LoyaltyId, Value = number };

    /// <summary>A sender on a channel account.</summary>
    public static Identifier Address(ChannelAddress address) =>
        new() { Type = IdentifierType.ChannelAddress, Value = address.ToKey() };

    /// <summary>The type only: a value is personal and stays out of logs.</summary>
    public override string ToString() => Type.Name;
}
