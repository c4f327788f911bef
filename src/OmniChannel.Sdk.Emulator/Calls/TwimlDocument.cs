using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace OmniChannel.Emulator.Calls;

/// <summary>A script for a call. Verbs that are not played make it invalid: an application should notice.</summary>
internal sealed record TwimlDocument
{
    private const int MaxLength = 64 * 1024;

    public required IReadOnlyList<TwimlVerb> Verbs { get; init; }

    public static TwimlDocument RedirectTo(Uri url) => new() { Verbs = [new TwimlVerb.Redirect { Url = url }] };

    public static bool TryParse(string xml, [NotNullWhen(true)] out TwimlDocument? document)
    {
        document = null;
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxLength });
            var root = XDocument.Load(reader).Root!;
            var verbs = root.Elements().Select(Read).ToList();
            if (root.Name.LocalName != "Response" || verbs.Contains(null))
            {
                return false;
            }

            document = new() { Verbs = [.. verbs.OfType<TwimlVerb>()] };
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static TwimlVerb? Read(XElement element) => element.Name.LocalName switch
    {
        "Say" => new TwimlVerb.Say { Text = element.Value.Trim(), Language = Text(element, "language") },
        "Pause" => new TwimlVerb.Pause { Length = Seconds(element, "length", 1) },
        "Gather" => Gather(element),
        "Redirect" when Address(element.Value) is { } url => new TwimlVerb.Redirect { Url = url },
        "Dial" => Dial(element),
        "Hangup" or "Reject" => new TwimlVerb.Hangup(),
        _ => null,
    };

    private static TwimlVerb.Gather? Gather(XElement element)
    {
        var prompts = element.Elements().Select(e => e.Name.LocalName is "Say" or "Pause" ? Read(e) : null).ToList();
        var input = (Text(element, "input") ?? "dtmf").Split(' ');
        return prompts.Contains(null) ? null : new()
        {
            Action = Address(Text(element, "action")),
            TakesKeys = input.Contains("dtmf"),
            TakesSpeech = input.Contains("speech"),
            Keys = (int)Seconds(element, "numDigits", 0).TotalSeconds,
            FinishOnKey = Text(element, "finishOnKey") ?? "#",
            Timeout = Seconds(element, "timeout", 5),
            ActionOnEmptyResult = Text(element, "actionOnEmptyResult") == "true",
            Prompts = [.. prompts.OfType<TwimlVerb>()],
        };
    }

    private static TwimlVerb.Dial? Dial(XElement element)
    {
        var noun = element.Elements().FirstOrDefault(e => e.Name.LocalName is "Number" or "Sip");
        var target = (noun?.Value ?? element.Value).Trim();
        return target.Length == 0 ? null : new()
        {
            Target = target,
            Action = Address(Text(element, "action")),
            Timeout = Seconds(element, "timeout", 30),
            CallerId = Text(element, "callerId"),
            StatusCallback = Address(noun is null ? null : Text(noun, "statusCallback")),
            StatusEvents = (Text(noun ?? element, "statusCallbackEvent") ?? "completed").Split(' '),
        };
    }

    private static string? Text(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static Uri? Address(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static TimeSpan Seconds(XElement element, string attribute, int unset) =>
        TimeSpan.FromSeconds(
            int.TryParse(Text(element, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, 3600) : unset);
}
