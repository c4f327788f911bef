namespace OmniChannel.Channels.Twilio;

/// <summary>What can be dialled: a number in E.164, or a SIP address.</summary>
internal sealed record DialTarget
{
    public required string Value { get; init; }

    public required bool IsSip { get; init; }

    /// <summary>Null for anything else. Visual separators and parameters of a <c>tel:</c> address (RFC 3966) are dropped.</summary>
    public static DialTarget? Read(Uri target)
    {
        if (!target.IsAbsoluteUri)
        {
            return null;
        }

        if (target.Scheme is "sip" or "sips")
        {
            return new() { Value = target.OriginalString, IsSip = true };
        }

        var number = string.Concat(target.OriginalString.Split(';')[0].Skip("tel:".Length).Where(c => c is not ('-' or '.' or '(' or ')' or ' ')));
        return target.Scheme == "tel" && TwilioPhone.IsE164(number) ? new() { Value = number, IsSip = false } : null;
    }

    public override string ToString() => nameof(DialTarget);
}
