using System.Globalization;
using System.Text;
using System.Xml;

namespace OmniChannel.Channels.Twilio;

/// <summary>Renders call commands as TwiML, by Twilio's pages "TwiML for Programmable Voice". One document per instance.</summary>
internal sealed class TwimlWriter
{
    private static readonly TimeSpan UndecidedPause = TimeSpan.FromSeconds(2);
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;
    private readonly TwilioVoiceOptions _options;
    private readonly Uri _webhook;
    private VoiceStep _step;

    public TwimlWriter(TwilioVoiceOptions options, Uri webhook, VoiceStep step)
    {
        _options = options;
        _webhook = webhook;
        _step = step;
        _xml = XmlWriter.Create(_text, new() { OmitXmlDeclaration = true });
    }

    /// <summary>The document; a dialogue that the commands leave open comes back with a poll.</summary>
    public string Write(IReadOnlyList<CallCommand> commands)
    {
        _xml.WriteStartElement("Response");
        WriteAll(commands);
        _xml.WriteEndElement();
        _xml.Flush();
        return _text.ToString();
    }

    private void WriteAll(IReadOnlyList<CallCommand> commands)
    {
        foreach (var command in commands)
        {
            if (WriteCommand(command))
            {
                return;
            }
        }

        if (commands is not [.., GatherCommand])
        {
            Pause(UndecidedPause);
        }

        Redirect(VoiceStep.Poll);
    }

    /// <summary>True when the document ends here: Twilio would not reach what follows.</summary>
    private bool WriteCommand(CallCommand command)
    {
        switch (command)
        {
            case SayCommand say:
                Say(say.Text, say.Locale);
                return false;
            case GatherCommand gather:
                Gather(gather);
                return false;
            case WaitCommand wait:
                Say(VoicePrompts.Wait(wait, IsJapanese(wait.Locale)), wait.Locale);
                Pause(_options.WaitPause);
                Redirect(VoiceStep.Poll);
                return true;
            case ConnectCommand connect:
                Dial(connect.Target);
                return true;
            case HangUpCommand:
                _xml.WriteElementString("Hangup", null);
                return true;
            default:
                return false;
        }
    }

    private void Say(string text, Locale locale)
    {
        _xml.WriteStartElement("Say");
        if (_options.Voices.TryGetValue(VoiceLanguages.Primary(locale, _options), out var voice) && voice.Length > 0)
        {
            _xml.WriteAttributeString("voice", voice);
        }

        _xml.WriteAttributeString("language", VoiceLanguages.Tag(locale, _options));
        _xml.WriteString(Clean(text));
        _xml.WriteEndElement();
    }

    private void Gather(GatherCommand gather)
    {
        _xml.WriteStartElement("Gather");
        _xml.WriteAttributeString("input", "dtmf speech");
        _xml.WriteAttributeString("action", Address(VoiceStep.Gather));
        _xml.WriteAttributeString("method", "POST");
        _xml.WriteAttributeString("language", VoiceLanguages.Tag(gather.Locale, _options));
        _xml.WriteAttributeString("speechTimeout", "auto");
        if (gather.Options.Count is > 0 and < 10)
        {
            _xml.WriteAttributeString("numDigits", "1");
        }

        if (gather.Options.Count > 0)
        {
            _xml.WriteAttributeString("hints", Clean(string.Join(',', gather.Options.Select(o => o.Label.Replace(',', ' ')))));
        }

        Say(gather.Text + VoicePrompts.Options(gather.Options, IsJapanese(gather.Locale)), gather.Locale);
        _xml.WriteEndElement();
    }

    private void Dial(Uri target)
    {
        if (DialTarget.Read(target) is not { } number)
        {
            Redirect(VoiceStep.Unreachable);
            return;
        }

        _xml.WriteStartElement("Dial");
        _xml.WriteAttributeString("action", Address(VoiceStep.Dial));
        _xml.WriteAttributeString("method", "POST");
        _xml.WriteAttributeString("timeout", Seconds(_options.DialTimeout));
        if (!string.IsNullOrEmpty(_options.CallerId))
        {
            _xml.WriteAttributeString("callerId", _options.CallerId);
        }

        _xml.WriteStartElement(number.IsSip ? "Sip" : "Number");
        _xml.WriteAttributeString("statusCallback", Address(VoiceStep.Agent));
        _xml.WriteAttributeString("statusCallbackMethod", "POST");
        _xml.WriteAttributeString("statusCallbackEvent", "answered");
        _xml.WriteString(number.Value);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Pause(TimeSpan length)
    {
        _xml.WriteStartElement("Pause");
        _xml.WriteAttributeString("length", Seconds(length));
        _xml.WriteEndElement();
    }

    private void Redirect(string name)
    {
        _xml.WriteStartElement("Redirect");
        _xml.WriteAttributeString("method", "POST");
        _xml.WriteString(Address(name));
        _xml.WriteEndElement();
    }

    private string Address(string name)
    {
        _step = _step.Next();
        return _step.Address(_webhook, name).AbsoluteUri;
    }

    private bool IsJapanese(Locale locale) => VoiceLanguages.Primary(locale, _options) == "ja";

    private static string Seconds(TimeSpan time) => ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot carry: control characters and halves of surrogate pairs.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(r =>
        r == Rune.ReplacementChar || (r.Value <= char.MaxValue && !XmlConvert.IsXmlChar((char)r.Value)) ? " " : r.ToString()));
}
