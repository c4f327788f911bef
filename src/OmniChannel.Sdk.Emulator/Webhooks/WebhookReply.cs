namespace OmniChannel.Emulator.Webhooks;

/// <summary>What the application answered; status 0 when it did not.</summary>
internal sealed record WebhookReply
{
    public int Status { get; init; }

    public string Body { get; init; } = "";

    public bool IsSuccess => Status is >= 200 and < 300;

    public override string ToString() => Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
