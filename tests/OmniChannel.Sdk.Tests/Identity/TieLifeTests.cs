using System.Text;
using OmniChannel.Engagement.Engine;
using OmniChannel.Engagement.Inputs;

namespace OmniChannel.Identity;

/// <summary>Identifiers that live for a time, in the engine: a device is forgotten 400 days after it was last seen.</summary>
public sealed class TieLifeTests
{
    private static readonly Identifier Device = Identifier.Device("d-1");
    private static readonly Identifier Phone = Identifier.Phone("+819011112222");

    [Theory]
    [InlineData(399, true)]
    [InlineData(401, false)]
    public async Task C2_Device_LastSeenDaysAgo_TiesWhoComesWithItOrNot(int days, bool ties)
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        await ImportAsync(rig, "shop", Device, Phone);
        rig.Now += TimeSpan.FromDays(days);
        await rig.RestartAsync();

        await ImportAsync(rig, "club", Device);

        Assert.Equal(ties, One(rig, Phone) == One(rig, Device));
    }

    [Fact]
    public async Task C2_Device_WhoseTimeEnds_PartsCustomersByATimerOfItsOwn()
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        await ImportAsync(rig, "shop", Device, Phone);
        await ImportAsync(rig, "club", Device);
        Assert.Equal(One(rig, Phone), One(rig, Device));

        rig.Now += TimeSpan.FromDays(400);
        await rig.RestartAsync();
        await rig.RunAsync();

        Assert.Null(One(rig, Device));
        Assert.NotNull(One(rig, Phone));
        Assert.Equal(2, rig.State.Identity.Atoms.Values.Select(a => a.Customer).Distinct().Count());
        Assert.All(rig.Store.Journal.Where(r => r.Facts.Any(f => f.Kind == "identity.evidence-removed")), r => Assert.Equal("timer", r.InputKind));
    }

    [Fact]
    public async Task C2_Device_SeenNowAndThen_LivesOnAndIsNotWrittenEachTime()
    {
        var rig = await EngineRig.StartAsync(RigRules.New(false));
        for (var day = 0; day < 600; day += 10)
        {
            await ImportAsync(rig, "shop", Device, Phone);
            rig.Now += TimeSpan.FromDays(10);
        }

        Assert.Equal(One(rig, Phone), One(rig, Device));
        var written = rig.Store.Journal.SelectMany(r => r.Facts).Count(f => f.Kind == "identity.evidence" && Encoding.UTF8.GetString(f.Body.Span).Contains("\"device\"", StringComparison.Ordinal));
        Assert.InRange(written, 10, 25);
    }

    private static Task ImportAsync(EngineRig rig, string source, params Identifier[] identifiers) =>
        rig.RunAsync(new ImportCommand { Source = source, Record = new() { ExternalId = "1", Identifiers = identifiers } });

    private static CustomerId? One(EngineRig rig, Identifier identifier) =>
        rig.State.Identity.Identifiers.Find(rig.State.Identity.KeyOf(identifier)!.Value.High) is { Atoms: [var atom, ..] } ? rig.State.Identity.Resolve(atom) : null;
}
