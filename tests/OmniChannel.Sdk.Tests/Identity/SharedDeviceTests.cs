namespace OmniChannel.Identity;

/// <summary>One device id on two customers, as the engine sees it: addresses of visits, with the device and the login as evidence.</summary>
public sealed class SharedDeviceTests
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Identifier Laptop = Identifier.Device("laptop");
    private readonly IdentityLedger _ledger = new(HashKey, new());
    private readonly List<IdentityFact> _facts = [];

    [Fact]
    public void C4_AnonymousVisit_BecomesTheirsWhoSignsInLater()
    {
        Visit(1, Laptop);
        Visit(2, Laptop);
        Visit(2, Identifier.Login("first"));

        Assert.Equal(Customer(1), Customer(2));
    }

    [Fact]
    public void C4_DeviceOfTwo_MakesNeitherTheOtherNorAnonymousVisitsAnybodys()
    {
        Visit(1, Laptop);
        Visit(1, Identifier.Login("first"));
        Visit(2, Laptop);
        Visit(2, Identifier.Login("second"));
        Visit(3, Laptop);

        Assert.Equal(3, new[] { Customer(1), Customer(2), Customer(3) }.Distinct().Count());
        Visit(3, Identifier.Login("second"));
        Assert.Equal(Customer(2), Customer(3));
        Assert.NotEqual(Customer(1), Customer(2));
    }

    [Fact]
    public void C4_DeviceOfTwo_IsTheSameWhateverCameFirstAndAfterARestart()
    {
        (int Visit, Identifier With)[] seen = [(1, Laptop), (1, Identifier.Login("first")), (2, Laptop), (2, Identifier.Login("second")), (3, Laptop)];
        var random = new Random(3);
        for (var round = 0; round < 40; round++)
        {
            random.Shuffle(seen);
            var (facts, ledger) = (new List<IdentityFact>(), new IdentityLedger(HashKey, new()));
            foreach (var (visit, with) in seen)
            {
                Visit(ledger, facts, visit, with);
            }

            var restarted = new IdentityLedger(HashKey, new());
            facts.ForEach(restarted.Apply);
            foreach (var one in new[] { ledger, restarted })
            {
                Assert.Equal(3, Enumerable.Range(1, 3).Select(v => one.Resolve(v)).Distinct().Count());
            }
        }
    }

    private CustomerId Customer(int visit) => _ledger.Resolve(visit);

    private void Visit(int number, Identifier with) => Visit(_ledger, _facts, number, with);

    private static void Visit(IdentityLedger ledger, List<IdentityFact> facts, int number, Identifier with)
    {
        var address = ledger.KeyOf(new() { Type = IdentifierType.ChannelAddress, Value = $"web:shop/visitor-{number}" })!.Value;
        var atom = ledger.Touch(address, number, Start, facts);
        var assurance = with.Type == IdentifierType.Login ? Assurance.Verified : Assurance.Observed;
        ledger.Observe(atom, ledger.KeyOf(with)!.Value, with.Type, assurance, "session", Start.AddHours(number), facts);
    }
}
