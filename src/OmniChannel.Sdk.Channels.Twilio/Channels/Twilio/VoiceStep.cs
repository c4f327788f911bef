using System.Globalization;

namespace OmniChannel.Channels.Twilio;

/// <summary>
/// Where a call is in its dialogue, as it stands in the addresses given to Twilio: <c>?event=poll&amp;step=3</c>. Every address of a call
/// has a step of its own, so that a delivery and its retries have one key. A step begun from outside a request has an origin in front.
/// </summary>
internal readonly record struct VoiceStep
{
    public const string Gather = "gather";
    public const string Poll = "poll";
    public const string Dial = "dial";
    public const string Agent = "agent";
    public const string Unreachable = "unreachable";

    private VoiceStep(string name, string origin, int number)
    {
        Event = name;
        Origin = origin;
        Number = number;
    }

    /// <summary>Empty for the call webhook and the status callback, which Twilio calls without our query.</summary>
    public string Event { get; }

    public string Origin { get; }

    public int Number { get; }

    public static VoiceStep Begin(string origin) => new("", origin, 0);

    /// <summary>
    /// The step of a request. A request to a number's fallback address names the address that failed in <c>ErrorUrl</c>: it is that
    /// delivery once more.
    /// </summary>
    public static VoiceStep Read(WebhookRequest request, WebhookValues fields)
    {
        if (request.Query.Contains("event"))
        {
            return From(request.Query["event"], request.Query["step"]);
        }

        return Uri.TryCreate(fields["ErrorUrl"], UriKind.Absolute, out var failed)
            ? From(Parameter(failed, "event"), Parameter(failed, "step"))
            : Begin("");
    }

    public VoiceStep Next() => new(Event, Origin, Number + 1);

    public Uri Address(Uri webhook, string name)
    {
        var builder = new UriBuilder(webhook);
        builder.Query = (builder.Query.Length > 1 ? builder.Query[1..] + "&" : "") + $"event={name}&step={this}";
        return builder.Uri;
    }

    public override string ToString() => Origin + Number.ToString(CultureInfo.InvariantCulture);

    private static VoiceStep From(string name, string step)
    {
        var dot = step.LastIndexOf('.') + 1;
        return int.TryParse(step.AsSpan(dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? new(name, step[..dot], number)
            : new(name, "", 0);
    }

    private static string Parameter(Uri url, string name)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
            {
                return pair[(name.Length + 1)..];
            }
        }

        return "";
    }
}
