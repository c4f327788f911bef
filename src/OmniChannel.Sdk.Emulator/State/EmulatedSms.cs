namespace OmniChannel.Emulator.State;

/// <summary>One text message, either way.</summary>
public sealed record EmulatedSms
{
    /// <summary>The message's SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The sender's number.</summary>
    public required string From { get; init; }

    /// <summary>The recipient's number.</summary>
    public required string To { get; init; }

    /// <summary>What it says; empty for pictures only.</summary>
    public required string Text { get; init; }

    /// <summary>Addresses of pictures.</summary>
    public IReadOnlyList<Uri> Media { get; init; } = [];

    /// <summary>True when the application sent it.</summary>
    public required bool FromApplication { get; init; }

    /// <summary>
    /// From the application: <c>queued</c>, <c>sent</c>, <c>delivered</c>. From a customer: <c>sending</c>, <c>received</c> once the
    /// application answered 2xx, or <c>failed</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Never the numbers or the text: records end up in logs.</summary>
    public override string ToString() => $"{Sid} {Status}";
}
