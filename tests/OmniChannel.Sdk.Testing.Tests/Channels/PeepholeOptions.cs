namespace OmniChannel.Testing.Tests.Channels;

public sealed class PeepholeOptions
{
    public string Secret { get; set; } = "peephole-secret";
}
