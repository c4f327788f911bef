namespace OmniChannel.Channels.Twilio;

/// <summary>What Twilio's error codes mean for the engine; the codes and their meaning are those of its "Error and warning dictionary".</summary>
internal static class TwilioErrors
{
    /// <summary>Null for a code that says nothing special: then the HTTP status decides.</summary>
    public static SendErrorKind? Classify(int code) => code switch
    {
        20003 or 20005 or 20006 or 30002 => SendErrorKind.Credentials,
        20429 or 14107 or 21611 or 30001 or 30022 or 63018 => SendErrorKind.Throttled,
        21610 => SendErrorKind.OptedOut,
        21211 or 21214 or 21217 or 21408 or 21421 or 21606 or 21614 or 21659 or 30034 => SendErrorKind.Permanent,
        21220 or 21612 or 30003 or 30004 or 30005 or 30006 => SendErrorKind.Unreachable,
        21602 or 21605 or 21617 or 21619 or 21620 or 21623 or 21658 or 30007 or 30011 or 30019 => SendErrorKind.ContentRefused,
        63016 => SendErrorKind.WindowClosed,
        _ => null,
    };

    /// <summary>The error of a failed message; a code that says nothing special is final, since the carrier was already asked.</summary>
    public static SendError OfReceipt(string code, string status) => new()
    {
        Kind = (int.TryParse(code, out var number) ? Classify(number) : null) ?? SendErrorKind.Permanent,
        Code = code.Length is > 0 and <= 10 && code.All(char.IsAsciiDigit) ? code : "",
        Reason = "Twilio reported " + status,
    };
}
