using System.Net;
using System.Net.Sockets;

namespace OmniChannel.Channels.Email.Tests.Smtp;

/// <summary>Takes one connection on loopback, runs a script over it, hangs up.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<SmtpDialogue> _run;

    public ScriptedSmtpServer(Func<SmtpDialogue, Task> script)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _run = RunAsync(script);
    }

    public int Port { get; }

    /// <summary>The finished dialogue; a failed expectation of the script fails here.</summary>
    public Task<SmtpDialogue> FinishedAsync() => _run.WaitAsync(TestTimeouts.Default);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TestTimeouts.Default);
    }

    private async Task<SmtpDialogue> RunAsync(Func<SmtpDialogue, Task> script)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var dialogue = new SmtpDialogue(client.GetStream());
        await script(dialogue);
        return dialogue;
    }
}
