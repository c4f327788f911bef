namespace OmniChannel.Identity.Graph;

/// <summary>A graph and its model, a dozen identifiers of types with limits, and what can be done to them at random.</summary>
internal sealed class GraphScene
{
    private static readonly byte[] HashKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly string[] Sources = ["shop", "web", "call"];
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public GraphScene(int identifiers = 14, int most = 9)
    {
        Rules = new()
        {
            MostIdentifiersPerCustomer = most,
            Types =
            [
                IdentifierDefinitions.Login,
                IdentifierDefinitions.Email with { PerCustomer = 3, SharedBy = 4 },
                IdentifierDefinitions.Phone with { PerCustomer = 3, PerCustomerObserved = 2, SharedBy = 2 },
                IdentifierDefinitions.Device with { SharedBy = 4, TimeToLive = TimeSpan.FromDays(30) },
            ],
        };
        Graph = new(HashKey, Rules);
        Model = new(Rules);
        All = [.. Enumerable.Range(0, identifiers).Select(i => Graph.Read(Make(i))!.Value)];
    }

    public IdentityRules Rules { get; }

    public IdentityGraph Graph { get; }

    public GraphModel Model { get; }

    public IReadOnlyList<IdentifierRef> All { get; }

    public List<GraphFact> Facts { get; } = [];

    public static IdentityGraph Empty(IdentityRules rules) => new(HashKey, rules);

    public static Identifier Make(int number) => (number % 5) switch
    {
        0 => Identifier.Login($"user-{number}"),
        1 => Identifier.Email($"p{number}@mail.example"),
        2 => Identifier.Phone($"+8190123400{number:D2}"),
        _ => Identifier.Device($"device-{number}"),
    };

    public (int First, int Second, IdentityEvidence Evidence) Observation(Random random)
    {
        var first = random.Next(All.Count);
        var second = (first + 1 + random.Next(All.Count - 1)) % All.Count;
        var assurance = (Assurance)random.Next(3);
        if (random.Next(3) != 0)
        {
            // As people are seen: a login with its own things by proof, and those with each other.
            var login = 5 * random.Next((All.Count + 4) / 5);
            (first, second, assurance) = random.Next(2) == 0 && login + 4 < All.Count
                ? (login, login + 1 + random.Next(4), Assurance.Verified)
                : (first, (first / 5 * 5) + random.Next(Math.Min(5, All.Count - (first / 5 * 5))), Assurance.Observed);
            second = second == first ? (first + 1) % All.Count : second;
        }

        return (first, second, new()
        {
            Assurance = assurance,
            Source = Sources[random.Next(Sources.Length)],
            At = Start.AddHours(random.Next(24 * 60)),
            MayLink = random.Next(12) != 0,
        });
    }

    public void Observe((int First, int Second, IdentityEvidence Evidence) seen)
    {
        Graph.Observe(All[seen.First], All[seen.Second], seen.Evidence, Facts);
        Model.Observe(All[seen.First], All[seen.Second], seen.Evidence);
    }

    /// <summary>Something that can happen, or nothing where it does not apply.</summary>
    public void Step(Random random)
    {
        var (a, b) = (All[random.Next(All.Count)], All[random.Next(All.Count)]);
        var at = Start.AddDays(60).AddMinutes(random.Next(40));
        switch (random.Next(22))
        {
            case 0 when a != b:
                var source = Sources[random.Next(Sources.Length)];
                Graph.Retract(a.Key, b.Key, source, Facts);
                Model.Retract(a, b, source);
                break;
            case 1 when random.Next(3) == 0:
                Graph.Detach(a.Key, Facts);
                Model.Detach(a.Key);
                break;
            case 2 or 3 when IdOf(a) is { } first && IdOf(b) is { } second && a != b:
                Graph.KeepApart(first, second, at, Facts);
                Model.Verdict(a.Key, b.Key, apart: true, at);
                break;
            case 4 when IdOf(a) is { } first && IdOf(b) is { } second && a != b:
                Graph.Merge(first, second, at, Facts);
                Model.Merge(a, b, at);
                break;
            case 5:
                var allowed = random.Next(2) == 0;
                Graph.AllowLinking(a.Key, allowed, at, Facts);
                Model.Link(a.Key, allowed, at);
                break;
            case 6:
                var now = Start.AddDays(random.Next(80));
                Graph.AdvanceTo(now, Facts);
                Model.AdvanceTo(now);
                break;
            case 7 when random.Next(4) == 0 && IdOf(a) is { } whole:
                var members = Graph.IdentifiersOf(whole).Select(i => i.Key).ToHashSet();
                members.ExceptWith(Model.OthersToo(members));
                Graph.Erase(whole, Facts);
                Model.Erase(members);
                break;
            default:
                Observe(Observation(random));
                break;
        }
    }

    /// <summary>The number that an identifier began with; null when it was never seen.</summary>
    public CustomerId? IdOf(IdentifierRef identifier) =>
        Graph.NumberOf(identifier.Key) is { IsEmpty: false } id ? id : null;

    public IReadOnlyList<string> Partition() => Partition(Graph, All);

    public static IReadOnlyList<string> Partition(IdentityGraph graph, IEnumerable<IdentifierRef> all) =>
        [.. all.Where(i => !graph.Find(i.Key).IsEmpty).GroupBy(i => graph.Find(i.Key)).Select(GraphModel.Text).Order(StringComparer.Ordinal)];
}
