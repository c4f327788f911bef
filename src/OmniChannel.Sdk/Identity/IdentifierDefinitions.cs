namespace OmniChannel.Identity;

/// <summary>The built-in identifier types. Change one with <c>with</c>.</summary>
public static class IdentifierDefinitions
{
    private static readonly string[] NobodysMail =
    [
        "test@test.com", "test@example.com", "none@none.com", "no@no.com", "na@na.com", "noreply@example.com", "no-reply@example.com",
        "unknown@unknown.com", "none@example.com", "a@a.com", "x@x.com", "email@example.com", "user@example.com", "customer@example.com",
    ];

    private static readonly string[] NobodysWords =
    [
        "null", "none", "undefined", "unknown", "anonymous", "invalid", "nan", "n/a", "na", "-", "0", "-1", "true", "false", "guest", "test",
        "00000000-0000-0000-0000-000000000000", "NULL", "None", "Undefined", "Unknown", "Anonymous", "NaN", "N/A", "Guest",
    ];

    /// <summary>The host's own sign-in name: one a customer.</summary>
    public static IdentifierDefinition Login { get; } = new()
    {
        Type = IdentifierType.Login,
        Normalizer = IdentifierNormalizers.Text,
        Scope = IdentifierScope.Workspace,
        Strength = IdentifierStrength.Strong,
        Priority = 200,
        PerCustomer = 1,
        Blocked = NobodysWords,
    };

    /// <summary>A member number: one a customer.</summary>
    public static IdentifierDefinition LoyaltyId { get; } = new()
    {
        Type = IdentifierType.LoyaltyId,
        Normalizer = IdentifierNormalizers.Text,
        Scope = IdentifierScope.Workspace,
        Strength = IdentifierStrength.Strong,
        Priority = 150,
        PerCustomer = 1,
        Blocked = NobodysWords,
    };

    /// <summary>An e-mail address: up to five by proof, one by observation; links nobody when tied to more than 20 others.</summary>
    public static IdentifierDefinition Email { get; } = new()
    {
        Type = IdentifierType.Email,
        Normalizer = IdentifierNormalizers.Email,
        Priority = 100,
        PerCustomer = 5,
        PerCustomerObserved = 1,
        SharedBy = 20,
        Blocked = NobodysMail,
    };

    /// <summary>A phone number: up to five by proof, one by observation; links nobody when tied to more than 20 others.</summary>
    public static IdentifierDefinition Phone { get; } = new()
    {
        Type = IdentifierType.Phone,
        Normalizer = IdentifierNormalizers.Phone,
        Priority = 80,
        PerCustomer = 5,
        PerCustomerObserved = 1,
        SharedBy = 20,
        Blocked = ["+810000000000", "+819000000000", "+10000000000", "+11111111111", "+12345678900", "+15555555555"],
    };

    /// <summary>The SHA-256 of an e-mail address.</summary>
    public static IdentifierDefinition HashedEmail { get; } = new()
    {
        Type = IdentifierType.HashedEmail,
        Normalizer = IdentifierNormalizers.Sha256,
        Priority = 70,
        PerCustomer = 5,
        PerCustomerObserved = 1,
        SharedBy = 20,
    };

    /// <summary>The SHA-256 of a phone number in E.164.</summary>
    public static IdentifierDefinition HashedPhone { get; } = new()
    {
        Type = IdentifierType.HashedPhone,
        Normalizer = IdentifierNormalizers.Sha256,
        Priority = 60,
        PerCustomer = 5,
        PerCustomerObserved = 1,
        SharedBy = 20,
    };

    /// <summary>A sender on a channel account, which its value names.</summary>
    public static IdentifierDefinition ChannelAddress { get; } = new()
    {
        Type = IdentifierType.ChannelAddress,
        Normalizer = IdentifierNormalizers.Text,
        Scope = IdentifierScope.Workspace,
        Priority = 50,
        SharedBy = 20,
    };

    /// <summary>A browser or an app installation: any number; links nobody when tied to more than ten others, forgotten after 400 days.</summary>
    public static IdentifierDefinition Device { get; } = new()
    {
        Type = IdentifierType.Device,
        Normalizer = IdentifierNormalizers.Text,
        Scope = IdentifierScope.Workspace,
        Strength = IdentifierStrength.Weak,
        Priority = 10,
        SharedBy = 10,
        TimeToLive = TimeSpan.FromDays(400),
        Blocked = NobodysWords,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IdentifierDefinition> Default { get; } = [Login, LoyaltyId, Email, Phone, HashedEmail, HashedPhone, ChannelAddress, Device];
}
