using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OmniChannel.Fakes;

/// <summary>Everything that was logged, with exceptions, as text.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Channel<bool> _written = Channel.CreateUnbounded<bool>();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}");
        _written.Writer.TryWrite(true);
    }

    /// <summary>Waits until a line holds the text: what runs beside the engine logs when it likes.</summary>
    public async Task SeeAsync(string text)
    {
        while (!Lines.Any(l => l.Contains(text, StringComparison.Ordinal)))
        {
            await _written.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
    }
}
