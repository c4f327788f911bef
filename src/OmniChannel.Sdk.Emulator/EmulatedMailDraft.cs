namespace OmniChannel.Emulator;

/// <summary>A mail that a customer writes.</summary>
public sealed record EmulatedMailDraft
{
    /// <summary>The customer's address.</summary>
    public required string From { get; init; }

    /// <summary>The customer's name; null for none.</summary>
    public string? FromName { get; init; }

    /// <summary>One of the application's addresses, with or without a plus tag; null for the first.</summary>
    public string? To { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Never addresses or text: records end up in logs.</summary>
    public override string ToString() => nameof(EmulatedMailDraft);
}
