using System.Diagnostics;
using OmniChannel.CrashHost;

namespace OmniChannel.EndToEnd.Kill;

/// <summary>The shop as a process of its own, to be killed.</summary>
internal sealed class ShopProcess : IDisposable
{
    private readonly Process _process;

    private ShopProcess(Process process) => _process = process;

    public static async Task<ShopProcess> StartAsync(string database, Uri url, Uri provider)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(CrashShop).Assembly.Location, database, url.ToString(), provider.ToString() })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TestTimeouts.Default);
        if (line != "ready")
        {
            throw new InvalidOperationException("The shop did not start: " + await process.StandardError.ReadToEndAsync());
        }

        return new(process);
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(TestTimeouts.Default);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
