namespace OmniChannel.Webhooks;

/// <summary>The answer to "is this really from the provider".</summary>
public sealed record WebhookVerdict
{
    /// <summary>It is.</summary>
    public static WebhookVerdict Accept { get; } = new() { IsAccepted = true };

    /// <summary>True when the request may be parsed.</summary>
    public bool IsAccepted { get; private init; }

    /// <summary>Why it was refused; null unless it was.</summary>
    public WebhookRejection? Rejection { get; private init; }

    /// <summary>What to look at, for the host's log: a header's or a setting's name, never a value.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>The answer to a provider's challenge; null unless it is one.</summary>
    public WebhookResponse? ChallengeResponse { get; private init; }

    /// <summary>Refuses: 401, or 403 for <see cref="WebhookRejection.Forbidden"/>.</summary>
    public static WebhookVerdict Reject(WebhookRejection rejection, string detail) => new() { Rejection = rejection, Detail = detail };

    /// <summary>Answers a provider's challenge; nothing is parsed or stored.</summary>
    public static WebhookVerdict Challenge(WebhookResponse response) => new() { ChallengeResponse = response };
}
