using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OmniChannel.Emulator.Calls;
using OmniChannel.Emulator.Mail;
using OmniChannel.Emulator.State;
using OmniChannel.Emulator.Twilio;
using OmniChannel.Emulator.Webhooks;

namespace OmniChannel.Emulator;

/// <summary>
/// The provider's side and the customers' phones and mailboxes. Its ports are taken when it is created, so an application can read
/// <see cref="ApiUrl"/> and <see cref="SmtpPort"/> before it starts and point its adapters there. Thread-safe; the container disposes it.
/// </summary>
public sealed partial class OmniEmulator : IAsyncDisposable
{
    private readonly EmulatorOptions _options;
    private readonly EmulatorStore _store;
    private readonly EmulatorWork _work;
    private readonly EmulatorWork _mailWork;
    private readonly MessageDesk _messages;
    private readonly CallDesk _calls;
    private readonly MailDesk _mail;
    private readonly ApiServer _api;
    private readonly SmtpServer _smtp;
    private bool _started;

    internal OmniEmulator(
        IOptions<EmulatorOptions> options, IHttpClientFactory clients, IServiceProvider services, TimeProvider time, ILogger<OmniEmulator> logger)
    {
        _options = options.Value;
        _store = new(Empty(0));
        _work = new(logger);
        _mailWork = new(logger);
        var application = new ApplicationAddress(_options.PublicBaseUrl, services);
        var sender = new WebhookSender(clients, _store, _work, _options.Pace, time, _options.Seed);
        var webhooks = new TwilioWebhooks(sender, application, time);
        _messages = new(_options, _store, _work, webhooks, time);
        _calls = new(new() { Options = _options, Store = _store, Work = _work, Webhooks = webhooks, Time = time });
        _mail = new(_options, _store, sender, application, time);
        _api = new(_options.ApiPort, new TwilioApi(_options, _store, _messages, _calls, time).HandleAsync);
        _smtp = new(_options.SmtpPort, SmtpSettings(time), _mailWork);
    }

    /// <summary>What the adapters' <c>BaseUrl</c> is set to; loopback.</summary>
    public Uri ApiUrl => _api.Url;

    /// <summary>The host of the mail server: loopback, without TLS.</summary>
    public string SmtpHost { get; } = "127.0.0.1";

    /// <summary>The port of the mail server.</summary>
    public int SmtpPort => _smtp.Port;

    /// <summary>All that there is to see now.</summary>
    public EmulatorSnapshot Snapshot => _store.Current;

    /// <summary>What goes wrong on purpose.</summary>
    public EmulatorSwitches Switches => _store.Current.Switches;

    /// <summary>Ends when nothing is under way: no live call, no receipt or duplicate still to come. The mail server does not count.</summary>
    public Task WhenQuietAsync(CancellationToken cancellationToken = default) => _work.WhenIdle.WaitAsync(cancellationToken);

    /// <summary>Switches failures on and off. What is under way already goes on as it was.</summary>
    public async Task SetSwitchesAsync(EmulatorSwitches switches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(switches);
        _store.Update(s => s with { Switches = switches });
        if (_started)
        {
            await _api.SetListeningAsync(switches.Sms != EmulatedOutage.Refused, cancellationToken);
        }
    }

    /// <summary>Ends calls, forgets messages, mails and opt-outs, and switches every failure off.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken = default)
    {
        _calls.EndAll();
        _messages.Reset();
        await SetSwitchesAsync(new(), cancellationToken);
        _store.Update(s => Empty(s.Version));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _work.DisposeAsync();
        await _mailWork.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!_started)
        {
            _started = true;
            _smtp.Start();
            await _api.SetListeningAsync(Switches.Sms != EmulatedOutage.Refused, cancellationToken);
        }
    }

    private EmulatorSnapshot Empty(long version) => new()
    {
        Version = version,
        Numbers = [.. _options.Accounts.SelectMany(a => a.Numbers).Select(n => n.Number)],
        Inboxes = [.. _options.Inboxes.Select(i => i.Address)],
    };

    private SmtpSettings SmtpSettings(TimeProvider time) => new()
    {
        MaxBytes = _options.MaxMailBytes,
        UserName = _options.SmtpUserName,
        Password = _options.SmtpPassword,
        Slow = _options.Pace.Slow,
        Time = time,
        Outage = () => _store.Current.Switches.Mail,
        Take = _mail.Take,
    };
}
