namespace OmniChannel.Identity;

/// <summary>What the matcher says against what is decided, told and found from the other side.</summary>
public sealed class LedgerMatchTests
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IdentityLedger _ledger = new(HashKey);
    private readonly List<IdentityFact> _facts = [];

    [Fact]
    public void Match_OfTheYoungestPartOfALargeCustomer_LeavesAVerdictOnItAsItIs()
    {
        var parts = Enumerable.Range(0, 20).Select(i => Record("s" + i, i, i)).ToList();
        foreach (var part in parts.Skip(1))
        {
            _ledger.Merge(parts[0], part, Start.AddHours(1), _facts);
        }

        var stranger = Record("s19", 50, 50);
        _ledger.KeepApart(parts[^1], stranger, Start.AddHours(2), _facts);

        _ledger.Match(parts[^1], [Found(stranger, 9)], links: false, Start.AddHours(3), _facts);

        Assert.Empty(_facts.OfType<MatchesFound>());
        Assert.Single(_ledger.Verdicts.Values, v => v.Kind is null);
    }

    [Fact]
    public void Match_OfARecordWithMoreLookalikesThanAreSuggested_KeepsWhatTheOthersFound()
    {
        var hub = Record("shop", 0, 0);
        var others = Enumerable.Range(1, 4).Select(i => Record("shop", i, i)).ToList();
        foreach (var other in others)
        {
            _ledger.Match(other, [Found(hub, 9)], links: false, Start, _facts, most: 2);
        }

        _ledger.Match(hub, [.. others.Select(o => Found(o, 9))], links: false, Start, _facts, most: 2);
        Assert.Equal(4, _ledger.Verdicts.Values.Count(v => v.Kind == VerdictKind.Suggested));

        _ledger.Match(hub, [.. others.Take(3).Select(o => Found(o, 9))], links: false, Start, _facts, most: 2);
        Assert.Equal(3, _ledger.Verdicts.Values.Count(v => v.Kind == VerdictKind.Suggested));
    }

    [Fact]
    public void Match_ThatTies_KeepsTiesOfLookalikesBeyondTheMost()
    {
        var records = Enumerable.Range(0, 4).Select(i => Record("s" + i, i, i)).ToList();
        foreach (var other in records.Skip(1))
        {
            _ledger.Match(other, [Found(records[0], 9)], links: true, Start, _facts, most: 1);
        }

        _ledger.Match(records[0], [.. records.Skip(1).Select(o => Found(o, 9))], links: true, Start, _facts, most: 1);
        Assert.Single(records.Select(_ledger.Resolve).Distinct());

        _ledger.Match(records[0], [Found(records[1], 9)], links: true, Start, _facts, most: 1);
        Assert.Equal(3, records.Select(_ledger.Resolve).Distinct().Count());
    }

    [Fact]
    public void Match_OfASourceThatIsNamedAsTheMatcher_TakesBackNothingThatTheSourceSaid()
    {
        var record = Record(IdentityLedger.MatchSource, 1, 1);
        var twin = Record("shop", 2, 2);
        var phone = _ledger.KeyOf(Identifier.Phone("+819011112222"))!.Value;
        _ledger.Observe(record, phone, IdentifierType.Phone, Assurance.Verified, IdentityLedger.MatchSource, Start, _facts);
        _ledger.Match(record, [Found(twin, 9)], links: true, Start, _facts);

        Assert.False(_ledger.Withdraw(record, IdentityLedger.MatchSource, new HashSet<IdentifierKey> { phone }, Start, _facts));
        _ledger.Match(record, [], links: true, Start, _facts);

        Assert.Equal(phone, Assert.Single(_ledger.Atoms.Get(record).Evidence).Key);
    }

    [Fact]
    public void Undo_OfAMergeWhoseTieWasTakenBack_CountsTheSameBeforeAndAfterARestart()
    {
        var (first, second, third) = (Record("a", 1, 1), Record("b", 2, 2), Record("c", 3, 3));
        var device = _ledger.KeyOf(Identifier.Device("d-1"))!.Value;
        var phone = _ledger.KeyOf(Identifier.Phone("+819011112222"))!.Value;
        foreach (var key in new[] { device, phone })
        {
            Tie(_ledger, first, key, _facts);
            Tie(_ledger, second, key, _facts);
        }

        _ledger.Withdraw(first, "device", new HashSet<IdentifierKey>(), Start, _facts);
        _ledger.Withdraw(second, "device", new HashSet<IdentifierKey>(), Start, _facts);
        var restarted = new IdentityLedger(HashKey);
        _facts.ForEach(restarted.Apply);
        foreach (var ledger in new[] { _ledger, restarted })
        {
            Assert.True(ledger.Undo(second, Start.AddDays(1), []));
            Tie(ledger, second, device, []);
            Tie(ledger, third, device, []);
        }

        Assert.Equal(People(_ledger), People(restarted));

        void Tie(IdentityLedger ledger, long atom, IdentifierKey key, List<IdentityFact> facts) =>
            ledger.Observe(atom, key, key == device ? IdentifierType.Device : IdentifierType.Phone, Assurance.Verified, key == device ? "device" : "phone", Start, facts);
    }

    [Theory]
    [InlineData(Assurance.Observed)]
    [InlineData(Assurance.Verified)]
    public void Device_SeenLately_OutlivesASightOfLongAgoThatComesLate(Assurance late)
    {
        var record = Record("shop", 1, 1);
        var device = _ledger.KeyOf(Identifier.Device("d-1"))!.Value;
        _ledger.Observe(record, device, IdentifierType.Device, Assurance.Observed, "app", Start.AddDays(300), _facts);
        _ledger.Observe(record, device, IdentifierType.Device, Assurance.Observed, "app", Start.AddDays(600), _facts);

        _ledger.Observe(record, device, IdentifierType.Device, late, "app", Start.AddDays(10), _facts);

        _ledger.Expire(record, Start.AddDays(999), _facts);
        Assert.Equal(Start.AddDays(10), Assert.Single(_ledger.Atoms.Get(record).Evidence).At);
        _ledger.Expire(record, Start.AddDays(1000), _facts);
        Assert.Empty(_ledger.Atoms.Get(record).Evidence);
    }

    private long Record(string source, int number, int minute) =>
        _ledger.Touch(new(number + 1, 7), 100 + number, Start.AddMinutes(minute), _facts, new(IdentityLedger.RecordType + source));

    private static FoundMatch Found(long other, double bits) => new() { Other = other, Bits = bits, Threshold = 5, Probability = 0.99, IsMatch = true, Bars = [] };

    private static string[] People(IdentityLedger ledger) =>
        [.. ledger.Atoms.Values.GroupBy(a => a.Customer).Select(g => string.Join(',', g.Select(a => a.Id).Order())).Order(StringComparer.Ordinal)];
}
