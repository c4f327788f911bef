namespace OmniChannel.Webhooks;

/// <summary>A parsed form.</summary>
public sealed class WebhookForm
{
    /// <summary>The fields; names compare without case, a missing one reads as empty.</summary>
    public required WebhookValues Fields { get; init; }

    /// <summary>Uploaded files.</summary>
    public IReadOnlyList<WebhookFile> Files { get; init; } = [];

    /// <summary>The first value of a field; empty when missing.</summary>
    public string this[string field] => Fields[field];
}
