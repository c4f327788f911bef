namespace OmniChannel.Channels.Email.Mime;

/// <summary>A delivery status notification (RFC 3464) or a read receipt (RFC 8098).</summary>
internal sealed record DeliveryReport
{
    public required IReadOnlyList<DeliveryReportRecipient> Recipients { get; init; }

    /// <summary>Message-ID of the mail that the report is about, where it returned the headers.</summary>
    public string? OriginalMessageId { get; init; }

    /// <summary>A read receipt, not a report of delivery.</summary>
    public bool IsDisposition { get; init; }

    public bool IsFailure => Recipients.Any(r => r.Action == "failed");
}
