using Microsoft.Extensions.Hosting;

namespace OmniChannel.Emulator;

/// <summary>Opens the ports with the host, where the emulator may run; the container closes them.</summary>
internal sealed class EmulatorService(Func<OmniEmulator> emulator, EmulatorGate gate) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => gate.IsOpen ? emulator().StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
