namespace OmniChannel.Testing.Tests.Channels;

public sealed class KioskOptions
{
    public string[] SigningKeys { get; set; } = [];
}
