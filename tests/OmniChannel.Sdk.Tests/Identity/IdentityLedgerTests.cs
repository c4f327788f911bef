namespace OmniChannel.Identity;

public sealed class IdentityLedgerTests
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(400))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void C2_AnyOrderOfEvidence_GivesTheSamePeople(int seed)
    {
        var random = new Random(seed);
        var observations = Observations(random, people: 8, values: 6, count: 24);
        var verdicts = Enumerable.Range(0, random.Next(3)).Select(_ => (random.Next(8), random.Next(8))).Where(v => v.Item1 != v.Item2).ToList();

        var expected = Partition(observations, verdicts);
        for (var i = 0; i < 5; i++)
        {
            random.Shuffle(observations);
            Assert.Equal(expected, Partition(observations, verdicts));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_AppliedElsewhere_GiveTheSameGraph(int seed)
    {
        var facts = new List<IdentityFact>();
        var graph = Build(Observations(new Random(seed), 8, 6, 30), [(1, 2)], facts);
        var other = new IdentityLedger(HashKey, Rules(4));
        facts.ForEach(other.Apply);
        Assert.Equal(graph.Atoms.Values.Select(a => (a.Id, a.Customer)).Order(), other.Atoms.Values.Select(a => (a.Id, a.Customer)).Order());
        Assert.Equal(graph.Identifiers.Keys.Order(), other.Identifiers.Keys.Order());
        Assert.All(graph.Atoms.Values, a => Assert.Equal(graph.AtomsOf(new(a.Customer)), other.AtomsOf(new(a.Customer))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rollback_ToAMark_RestoresPeopleAndIndexes(int seed)
    {
        var random = new Random(seed);
        var observations = Observations(random, 8, 6, 30);
        var graph = Build(observations[..15], [], []);
        var before = People(graph);
        var mark = graph.Mark();
        Apply(graph, observations[15..], [(1, 2), (3, 4)], []);
        graph.RollbackTo(mark);
        Assert.Equal(before, People(graph));
        Assert.Equal(Partition(observations, [(1, 2)]), PeopleAfter(graph, observations[15..], [(1, 2)]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void P8_UndoOfAnyMerge_GivesThePartitionBeforeItAlsoAfterARestart(int seed)
    {
        var facts = new List<IdentityFact>();
        var graph = Build([], [], facts);
        var undone = 0;
        foreach (var observation in Observations(new Random(seed), 8, 12, 30))
        {
            var before = People(graph);
            var step = new List<IdentityFact>();
            Apply(graph, [observation], [], step);
            facts.AddRange(step);
            if (step.OfType<PartitionChanged>().SelectMany(f => f.Moved).Select(m => m.From).Distinct().ToList() is not [var gone] || People(graph).Length != before.Length - 1)
            {
                continue;
            }

            var restarted = new IdentityLedger(HashKey, Rules(4));
            facts.ForEach(restarted.Apply);
            foreach (var one in new[] { graph, restarted })
            {
                var mark = one.Mark();
                Assert.True(one.Undo(gone, Start.AddDays(1), []));
                Assert.Equal(before, People(one));
                one.RollbackTo(mark);
            }

            undone++;
        }

        Assert.True(undone > 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Verdicts_TakenBackAndEvidenceRemoved_LeaveNothing(int seed)
    {
        var random = new Random(seed);
        var graph = Build(Observations(random, 8, 6, 20), [], []);
        var before = People(graph);
        var key = graph.KeyOf(Identifier.Phone("09011112222"))!.Value;
        var atoms = Enumerable.Range(100, 8).Select(a => (long)a).OrderBy(_ => random.Next()).Take(3).ToList();
        atoms.ForEach(a => graph.Observe(a, key, IdentifierType.Phone, Assurance.Verified, "test", Start, []));
        graph.Merge(atoms[0], atoms[1], Start, []);
        graph.KeepApart(atoms[0], atoms[2], Start, []);
        graph.AllowLinking(graph.KeyOf(Identifier.Email("v1@example.com"))!.Value, IdentifierType.Email, allowed: false, Start, []);

        graph.AllowLinking(graph.KeyOf(Identifier.Email("v1@example.com"))!.Value, IdentifierType.Email, allowed: true, Start, []);
        graph.Reconsider(atoms[0], atoms[2], Start, []);
        graph.Reconsider(atoms[0], atoms[1], Start, []);
        atoms.ForEach(a => graph.Detach(graph.Resolve(a), key, Start, []));

        Assert.Equal(before, People(graph));
    }

    [Fact]
    public void Linking_Forbidden_TiesNobodyUntilItIsAllowedAgain()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var (first, second) = (Touch(graph, 1), Touch(graph, 2));
        var email = graph.KeyOf(Identifier.Email("family@example.com"))!.Value;
        graph.AllowLinking(email, IdentifierType.Email, allowed: false, Start, []);
        Tie(graph, first, second, "family@example.com", 1);
        Assert.NotEqual(graph.Resolve(first), graph.Resolve(second));
        Assert.Contains(graph.RefusedOf(graph.Resolve(first)), t => t.Explanation.Code == "identity.refused.no-consent" && t.Source == "test");

        graph.AllowLinking(email, IdentifierType.Email, allowed: true, Start, []);

        Assert.Equal(graph.Resolve(first), graph.Resolve(second));
    }

    [Fact]
    public void Explain_OneCustomer_NamesTheTiesWithTheirSourcesInOrder()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var (first, second, third) = (Touch(graph, 1), Touch(graph, 2), Touch(graph, 3));
        Tie(graph, first, second, "h@example.com", 1);
        graph.Merge(second, third, Start, [], "agent-a");

        var link = graph.Explain(Key(graph, 1), Key(graph, 3));

        Assert.True(link.IsOne);
        Assert.Equal(["test", "test", "verdict"], link.Ties.Select(t => t.Source));
        Assert.Equal(
            ["history.began", "history.began", "history.began", "history.joined", "history.joined", "history.tied", "history.tied", "history.verdict-together"],
            graph.HistoryOf(graph.Resolve(third)).Select(e => e.Explanation.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("{", string.Join('\n', graph.HistoryOf(graph.Resolve(third)).Select(e => e.Explanation.ToText(Locale.English)).Append(link.ToText(Locale.Japanese))), StringComparison.Ordinal);
        Assert.False(graph.Explain(Key(graph, 1), new(77, 77)).IsOne);
    }

    [Fact]
    public void Claim_OfAnothersEmail_MergesNothing()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var email = graph.KeyOf(Identifier.Email("victim@example.com"))!.Value;
        var (victim, stranger) = (Touch(graph, 1), Touch(graph, 2));
        graph.Observe(victim, email, IdentifierType.Email, Assurance.Verified, "shop", Start, []);

        graph.Observe(stranger, email, IdentifierType.Email, Assurance.Claimed, "typed", Start, []);

        Assert.NotEqual(graph.Resolve(victim), graph.Resolve(stranger));
    }

    [Fact]
    public void Claim_ThatIsProvedLater_Merges()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var email = graph.KeyOf(Identifier.Email("h@example.com"))!.Value;
        var (first, second) = (Touch(graph, 1), Touch(graph, 2));
        graph.Observe(first, email, IdentifierType.Email, Assurance.Verified, "shop", Start, []);
        graph.Observe(second, email, IdentifierType.Email, Assurance.Claimed, "typed", Start, []);

        graph.Observe(second, email, IdentifierType.Email, Assurance.Verified, "one-time-code", Start, []);

        Assert.Equal(graph.Resolve(first), graph.Resolve(second));
        Assert.Equal([first, second], graph.AtomsOf(graph.Resolve(first)));
    }

    [Fact]
    public void Merge_Undone_GivesBackBothPeopleWithTheirOwn()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var atoms = Enumerable.Range(1, 4).Select(i => Touch(graph, i)).ToArray();
        Tie(graph, atoms[0], atoms[1], "a@example.com", 1);
        Tie(graph, atoms[2], atoms[3], "b@example.com", 2);
        var before = People(graph);
        var (first, second) = (graph.Resolve(atoms[0]), graph.Resolve(atoms[2]));
        Tie(graph, atoms[1], atoms[3], "family@example.com", 3);
        Assert.Equal(graph.Resolve(atoms[0]), graph.Resolve(atoms[2]));

        Assert.True(graph.KeepApart(first.Value, second.Value, Start, []));

        Assert.Equal(before, People(graph));
    }

    [Fact]
    public void Merge_Undone_StaysUndoneWhateverComes()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var (first, second) = (Touch(graph, 1), Touch(graph, 2));
        Tie(graph, first, second, "family@example.com", 1);
        graph.KeepApart(first, second, Start, []);

        Tie(graph, first, second, "again@example.com", 2);
        graph.Observe(first, graph.KeyOf(Identifier.Phone("09011112222"))!.Value, IdentifierType.Phone, Assurance.Observed, "sender", Start, []);

        Assert.NotEqual(graph.Resolve(first), graph.Resolve(second));
    }

    [Fact]
    public void Value_OnMoreThanTheLimit_TiesNobody()
    {
        var graph = new IdentityLedger(HashKey, Rules(5));
        var reception = graph.KeyOf(Identifier.Phone("+81312345678"))!.Value;
        var atoms = Enumerable.Range(1, 6).Select(i => Touch(graph, i)).ToList();
        foreach (var atom in atoms[..5])
        {
            graph.Observe(atom, reception, IdentifierType.Phone, Assurance.Observed, "sender", Start, []);
        }

        Assert.Single(atoms[..5].Select(graph.Resolve).Distinct());

        graph.Observe(atoms[5], reception, IdentifierType.Phone, Assurance.Observed, "sender", Start, []);

        Assert.Equal(6, atoms.Select(graph.Resolve).Distinct().Count());
    }

    [Fact]
    public void Records_OfOneSourceWithAFamilyPhone_StayTwoAndNobodyIsTakenForEither()
    {
        var graph = new IdentityLedger(HashKey);
        var phone = graph.KeyOf(Identifier.Phone("+81312345678"))!.Value;
        var (father, mother) = (Record(graph, "shop", 1), Record(graph, "shop", 2));
        graph.Observe(father, phone, IdentifierType.Phone, Assurance.Verified, "shop", Start, []);
        graph.Observe(mother, phone, IdentifierType.Phone, Assurance.Verified, "shop", Start, []);
        var caller = Touch(graph, 3);

        graph.Observe(caller, phone, IdentifierType.Phone, Assurance.Observed, "caller-id", Start, []);

        Assert.Equal(3, new[] { father, mother, caller }.Select(graph.Resolve).Distinct().Count());
    }

    [Fact]
    public void Records_OfTwoSourcesWithOneAddress_AreOneCustomer()
    {
        var graph = new IdentityLedger(HashKey);
        var (shop, club) = (Record(graph, "shop", 1), Record(graph, "club", 2));
        graph.Observe(shop, graph.KeyOf(Identifier.Email("mi.ka@gmail.com"))!.Value, IdentifierType.Email, Assurance.Verified, "shop", Start, []);

        graph.Observe(club, graph.KeyOf(Identifier.Email("Mika+club@googlemail.com"))!.Value, IdentifierType.Email, Assurance.Verified, "club", Start, []);

        Assert.Equal(graph.Resolve(shop), graph.Resolve(club));
    }

    [Fact]
    public void AddressToWriteTo_KeepsWhatOnlyComparisonDrops()
    {
        var graph = new IdentityLedger(HashKey);
        Assert.Equal("mi.ka+club@gmail.com", graph.AddressOf(Identifier.Email("Mi.Ka+club@GMAIL.com")));
        Assert.Equal("+819012345678", graph.AddressOf(Identifier.Phone("090-1234-5678")));
        Assert.Null(graph.AddressOf(Identifier.Email("nobody")));
    }

    [Fact]
    public void Rollback_BeforeTheGraphWasMade_LeavesItRight()
    {
        var undo = new UndoLog();
        var graph = new IdentityLedger(HashKey, new(), undo, []);
        var mark = graph.Mark();
        var first = Touch(graph, 1);
        graph.Apply(new AtomCreated { Atom = 150, Key = new(50, 7), At = Start });
        Tie(graph, first, Touch(graph, 2), "a@example.com", 1);

        graph.RollbackTo(mark);
        Tie(graph, Touch(graph, 3), Touch(graph, 2), "a@example.com", 1);

        Assert.Equal(graph.Resolve(102), graph.Resolve(103));
        Assert.Equal(0, graph.Resolve(101).Value);
    }

    [Fact]
    public void Atom_ThatObservesItsOwnAddress_StaysTheOwner()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var (own, other) = (Touch(graph, 1), Touch(graph, 2));
        graph.Observe(other, Key(graph, 1), IdentifierType.ChannelAddress, Assurance.Observed, "address-changed", Start, []);

        graph.Observe(own, Key(graph, 1), IdentifierType.ChannelAddress, Assurance.Verified, "session", Start, []);

        Assert.Equal(own, graph.AtomOf(Key(graph, 1)));
    }

    [Fact]
    public void OldId_OfAMergedCustomer_ResolvesForEver()
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        var (older, newer) = (Touch(graph, 1), Touch(graph, 2));
        Tie(graph, newer, older, "h@example.com", 1);
        Assert.Equal(older, graph.Resolve(newer).Value);
    }

    // Without limits per customer, which are the graph's own business.
    private static IdentityRules Rules(int sharedBy) => new()
    {
        Types = [.. IdentifierDefinitions.Default.Select(t => t with { PerCustomer = null, PerCustomerObserved = null, SharedBy = sharedBy })],
    };

    private static (int Person, int Value, Assurance Assurance, int Minute)[] Observations(Random random, int people, int values, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (random.Next(people), random.Next(values), (Assurance)random.Next(3), i))];

    private static string[] Partition((int, int, Assurance, int)[] observations, IReadOnlyList<(int, int)> verdicts) => People(Build(observations, verdicts, []));

    private static string[] PeopleAfter(IdentityLedger graph, (int, int, Assurance, int)[] observations, IReadOnlyList<(int, int)> verdicts)
    {
        Apply(graph, observations, verdicts, []);
        return People(graph);
    }

    private static IdentityLedger Build((int, int, Assurance, int)[] observations, IReadOnlyList<(int, int)> verdicts, List<IdentityFact> facts)
    {
        var graph = new IdentityLedger(HashKey, Rules(4));
        for (var person = 0; person < 8; person++)
        {
            graph.Touch(Key(graph, person), 100 + person, Start, facts);
        }

        Apply(graph, observations, verdicts, facts);
        return graph;
    }

    private static void Apply(IdentityLedger graph, (int Person, int Value, Assurance Assurance, int Minute)[] observations, IReadOnlyList<(int First, int Second)> verdicts, List<IdentityFact> facts)
    {
        foreach (var (person, value, assurance, minute) in observations)
        {
            var key = graph.KeyOf(Identifier.Email($"v{value}@example.com"))!.Value;
            graph.Observe(100 + person, key, IdentifierType.Email, assurance, "test", Start.AddMinutes(minute), facts);
        }

        foreach (var (first, second) in verdicts)
        {
            graph.KeepApart(100 + first, 100 + second, Start, facts);
        }
    }

    private static string[] People(IdentityLedger graph) =>
        [.. graph.Atoms.Values.GroupBy(a => a.Customer).Select(g => string.Join(',', g.Select(a => a.Id).Order())).Order(StringComparer.Ordinal)];

    private static void Tie(IdentityLedger graph, long first, long second, string email, int minute)
    {
        var key = graph.KeyOf(Identifier.Email(email))!.Value;
        graph.Observe(first, key, IdentifierType.Email, Assurance.Observed, "test", Start.AddMinutes(minute), []);
        graph.Observe(second, key, IdentifierType.Email, Assurance.Observed, "test", Start.AddMinutes(minute), []);
    }

    private static long Touch(IdentityLedger graph, int person) => graph.Touch(Key(graph, person), 100 + person, Start.AddMinutes(person), []);

    private static long Record(IdentityLedger graph, string source, int number) =>
        graph.Touch(new(number, 7), 100 + number, Start, [], new(IdentityLedger.RecordType + source));

    private static IdentifierKey Key(IdentityLedger graph, int person) =>
        graph.KeyOf(Identifier.Address(new() { Account = new(new("sms"), "test"), SenderId = "person-" + person }))!.Value;
}
