namespace OmniChannel.Fakes;

/// <summary>A connection that resets in the middle of an answer.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public override int Read(Span<byte> buffer) => throw new IOException("reset");

    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("reset");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("reset");
}
