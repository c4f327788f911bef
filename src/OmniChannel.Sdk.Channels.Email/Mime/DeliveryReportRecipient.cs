namespace OmniChannel.Channels.Email.Mime;

/// <summary>What happened to one recipient.</summary>
internal sealed record DeliveryReportRecipient
{
    public required string FinalRecipient { get; init; }

    public string? OriginalRecipient { get; init; }

    /// <summary>failed, delayed, delivered, relayed, expanded; displayed or deleted of a read receipt; lower case.</summary>
    public required string Action { get; init; }

    /// <summary>Enhanced status such as 5.1.1 (RFC 3463), or null.</summary>
    public string? Status { get; init; }

    public string? DiagnosticCode { get; init; }

    /// <summary>Never the addresses: records end up in logs.</summary>
    public override string ToString() => $"{Action} {Status}";
}
