using CustomChannel;

namespace OmniChannel.Samples;

public sealed class KioskConformanceTests
{
    public static TheoryData<string> Checks => [.. KioskConformance.Checks.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public Task B2_Kiosk_Check_Passes(string check) =>
        KioskConformance.Checks.Single(c => c.Name == check).RunAsync(TestContext.Current.CancellationToken);
}
