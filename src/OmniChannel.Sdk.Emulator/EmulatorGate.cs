using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OmniChannel.Emulator;

/// <summary>Where the emulator may run.</summary>
internal sealed class EmulatorGate(IHostEnvironment environment, IOptions<EmulatorOptions> options)
{
    public bool IsOpen => environment.IsDevelopment() || options.Value.AllowOutsideDevelopment;
}
