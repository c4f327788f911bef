using System.Globalization;

namespace RoutingLab;

/// <summary>One line on standard error that says how far a simulation is; nothing when that is not a terminal.</summary>
internal sealed class ProgressLine(TextWriter error, bool quiet) : IProgress<double>, IDisposable
{
    private readonly Lock _lock = new();
    private int _percent = -1;

    public void Report(double value)
    {
        var percent = (int)(100 * value);
        if (quiet || percent == _percent)
        {
            return;
        }

        lock (_lock)
        {
            _percent = percent;
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{percent,3}%"));
        }
    }

    public void Dispose()
    {
        if (_percent >= 0)
        {
            error.Write("\r    \r");
            _percent = -1;
        }
    }
}
