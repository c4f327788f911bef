namespace OmniChannel.Channels.Email;

/// <summary>Who receives mail for an account and posts it to the webhook.</summary>
public enum EmailGateway
{
    /// <summary>Nobody: the account only sends, and every webhook is refused.</summary>
    None,

    /// <summary>Postmark: inbound JSON, with or without the raw mail, and its delivery, bounce, complaint and subscription webhooks.</summary>
    Postmark,

    /// <summary>SendGrid: Inbound Parse, raw or parsed, and the Event Webhook.</summary>
    SendGrid,
}
