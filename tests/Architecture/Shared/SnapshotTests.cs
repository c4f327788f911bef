using OmniChannel.Tests;
using Xunit.Sdk;

namespace OmniChannel.Architecture.Shared;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshot").FullName;

    private string Verified => Path.Combine(_folder, "A.B.verified.txt");

    private string Received => Path.Combine(_folder, "A.B.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Match_OfEqualText_PassesAndRemovesWhatWasReceived()
    {
        File.WriteAllText(Verified, "a\r\nb");
        File.WriteAllText(Received, "old");

        Snapshot.MatchFile(Verified, "a\nb\n");

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Match_OfOtherText_FailsAndKeepsWhatWasReceived()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1", "snapshots are being updated");
        File.WriteAllText(Verified, "a\nb\n");

        var failure = Assert.ThrowsAny<XunitException>(() => Snapshot.MatchFile(Verified, "a\nc\n"));

        Assert.Contains("line 2:\n- b\n+ c", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a\nc\n", File.ReadAllText(Received));
    }

    [Fact]
    public void Match_WithoutAVerifiedFile_Fails()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1", "snapshots are being updated");

        Assert.ThrowsAny<XunitException>(() => Snapshot.MatchFile(Verified, "a"));
    }

    [Fact]
    public void Scrub_OfIdsAndTimes_NamesEqualValuesAlike() => Assert.Equal(
        "Guid_1 Guid_2 Guid_1 Time_1 Time_2",
        Snapshot.IdsAndTimes("0198c1a0-0000-7000-8000-000000000001 0198c1a0-0000-7000-8000-000000000002 0198c1a0-0000-7000-8000-000000000001 "
            + "2026-01-02T03:04:05.678Z 2026-01-02T03:04:05+09:00"));
}
