using OmniChannel.Emulator.Calls;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Twilio;

namespace OmniChannel.Emulator;

/// <content>The customers' and the agents' phones.</content>
public sealed partial class OmniEmulator
{
    private const int MaxSms = 1600;
    private const int MaxSpeech = 1000;

    /// <summary>A customer sends a text. Ends when the application answered its webhook; the message's status says how.</summary>
    /// <param name="from">The customer's number in E.164.</param>
    /// <param name="text">At most 1,600 characters.</param>
    /// <param name="to">The application's number; null for the first one with an SMS webhook.</param>
    /// <param name="cancellationToken">Stops the delivery.</param>
    /// <returns>The message's SID.</returns>
    public async Task<string> SendSmsAsync(string from, string text, string? to = null, CancellationToken cancellationToken = default)
    {
        var customer = PhoneText.Clean(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > MaxSms)
        {
            throw new ArgumentException("A text has at most 1,600 characters.");
        }

        var line = LineOf(to, n => n.SmsWebhook);
        return (await _messages.ReceiveAsync(line, customer, text, cancellationToken)).Sid;
    }

    /// <summary>The texts a phone received from the application, oldest first.</summary>
    public IReadOnlyList<EmulatedSms> ReceivedSms(string number)
    {
        var customer = PhoneText.Clean(number);
        return [.. Snapshot.Messages.Where(m => m.FromApplication && m.To == customer)];
    }

    /// <summary>A customer rings. Returns at once; the call goes on in <see cref="Snapshot"/>.</summary>
    /// <param name="from">The customer's number in E.164.</param>
    /// <param name="to">The application's number; null for the first one with a voice webhook.</param>
    /// <returns>The call's SID.</returns>
    /// <exception cref="InvalidOperationException">The phone is in a call already, or too many phones are.</exception>
    public string Call(string from, string? to = null)
    {
        var customer = PhoneText.Clean(from);
        return _calls.Start(LineOf(to, n => n.VoiceWebhook), customer).Sid;
    }

    /// <summary>The caller presses keys; false when the call is not in progress.</summary>
    /// <param name="callSid">The call.</param>
    /// <param name="digits">0 to 9, * and #; at most 32.</param>
    public bool Press(string callSid, string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        return digits.Length <= 32 && digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#')
            ? _calls.Find(callSid)?.Press(digits) ?? false
            : throw new ArgumentException("Keys are 0 to 9, * and #, at most 32.");
    }

    /// <summary>The caller speaks; false when the call is not in progress.</summary>
    public bool Speak(string callSid, string text) => _calls.Find(callSid)?.Speak(Speech(text)) ?? false;

    /// <summary>The caller hangs up; false when the call is over.</summary>
    public bool HangUp(string callSid) => _calls.Find(callSid)?.End() ?? false;

    /// <summary>The agent's phone is answered; false when none rings.</summary>
    public bool AgentAnswer(string callSid) => OnAgent(callSid, p => p.PickUp());

    /// <summary>The agent declines while it rings, or hangs up in the talk; false when there is neither.</summary>
    public bool AgentHangUp(string callSid) => OnAgent(callSid, p => p.HangUp());

    /// <summary>The agent speaks; false when nobody talks with an agent.</summary>
    public bool AgentSpeak(string callSid, string text) => _calls.Find(callSid)?.AgentSpeak(Speech(text)) ?? false;

    private bool OnAgent(string callSid, Action<AgentPhone> action)
    {
        if (_calls.Find(callSid)?.Agent is not { } phone)
        {
            return false;
        }

        action(phone);
        return true;
    }

    private EmulatedLine LineOf(string? number, Func<EmulatorNumber, Uri?> webhook)
    {
        var wanted = string.IsNullOrEmpty(number) ? null : PhoneText.Clean(number);
        var lines = from account in _options.Accounts
                    from n in account.Numbers
                    where wanted is null ? webhook(n) is not null : n.Number == wanted
                    select new EmulatedLine { Account = account, Number = n };
        return lines.FirstOrDefault(l => webhook(l.Number) is not null)
            ?? throw new InvalidOperationException("No number of EmulatorOptions takes this. Add one to Accounts, with its webhook.");
    }

    private static string Speech(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.Length <= MaxSpeech ? text.Trim() : throw new ArgumentException("At most 1,000 characters are spoken at once.");
    }
}
