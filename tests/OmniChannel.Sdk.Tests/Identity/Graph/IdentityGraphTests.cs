namespace OmniChannel.Identity.Graph;

public sealed class IdentityGraphTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Scale.Of(400))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Partition_AfterAnything_IsWhatTheModelSays(int seed)
    {
        var random = new Random(seed);
        var scene = new GraphScene();
        for (var i = 0; i < 80; i++)
        {
            scene.Step(random);
            Assert.Equal(scene.Model.Partition(), scene.Partition());
        }

        AssertWhole(scene);
    }

    [Fact]
    public void C2_AnyOrder_GivesTheSamePeople()
    {
        var random = new Random(42);
        var first = new GraphScene(40, 12);
        var seen = Enumerable.Range(0, 160).Select(_ => first.Observation(random)).ToArray();
        Array.ForEach(seen, first.Observe);
        var expected = first.Partition();
        Assert.Equal(first.Model.Partition(), expected);
        Assert.Contains(first.Facts, f => f.Kind == GraphFactKind.Moved);
        Assert.Contains(first.Facts, f => f.Kind == GraphFactKind.HubCut);
        for (var i = 0; i < Scale.Of(1_000); i++)
        {
            random.Shuffle(seen);
            var other = new GraphScene(40, 12);
            foreach (var (a, b, evidence) in seen)
            {
                other.Graph.Observe(other.All[a], other.All[b], evidence, other.Facts);
            }

            Assert.Equal(expected, other.Partition());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_AppliedElsewhere_GiveTheSameGraph(int seed)
    {
        var random = new Random(seed);
        var scene = new GraphScene();
        var other = GraphScene.Empty(scene.Rules);
        var applied = 0;
        for (var i = 0; i < 60; i++)
        {
            scene.Step(random);
            for (; applied < scene.Facts.Count; applied++)
            {
                other.Apply(scene.Facts[applied]);
            }

            Assert.Equal(scene.Partition(), GraphScene.Partition(other, scene.All));
        }

        // What either decides afterwards is the same too, down to the facts.
        var more = new List<GraphFact>();
        scene.Facts.Clear();
        for (var i = 0; i < 30; i++)
        {
            var seen = scene.Observation(random);
            scene.Observe(seen);
            other.Observe(scene.All[seen.First], scene.All[seen.Second], seen.Evidence, more);
        }

        Assert.Equal(scene.Facts, more);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rollback_ToAMark_RestoresEverything(int seed)
    {
        var random = new Random(seed);
        var (scene, twin) = (new GraphScene(), new GraphScene());
        for (var round = 0; round < 6; round++)
        {
            Both(random, scene, twin, 8);
            var mark = scene.Graph.Mark();
            var kept = scene.Graph.Mark();
            for (var i = 0; i < 8; i++)
            {
                scene.Step(random);
            }

            scene.Graph.RollbackTo(round % 2 == 0 ? kept : mark);
            if (round % 2 == 0)
            {
                scene.Graph.ForgetTo(mark);
            }

            Assert.Equal(twin.Partition(), scene.Partition());
        }

        scene.Facts.Clear();
        twin.Facts.Clear();
        Both(random, scene, twin, 20);
        Assert.Equal(twin.Facts, scene.Facts);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Evidence_TakenBack_IsAsIfItHadNeverCome(int seed)
    {
        var random = new Random(seed);
        var (with, without) = (new GraphScene(), new GraphScene());
        var added = new List<(int First, int Second, IdentityEvidence Evidence)>();
        for (var i = 0; i < 40; i++)
        {
            var seen = with.Observation(random);
            var foreign = random.Next(3) == 0;
            seen.Evidence = seen.Evidence with { Source = foreign ? "mistake" : "shop" };
            with.Observe(seen);
            if (foreign)
            {
                added.Add(seen);
            }
            else
            {
                without.Observe(seen);
            }
        }

        foreach (var (first, second, evidence) in added)
        {
            with.Graph.Retract(with.All[first].Key, with.All[second].Key, evidence.Source, with.Facts);
        }

        var known = with.All.Where(i => !without.Graph.Find(i.Key).IsEmpty);
        Assert.Equal(without.Partition(), GraphScene.Partition(with.Graph, known));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Merge_Undone_GivesTheExactPartitionBeforeIt(int seed)
    {
        var random = new Random(seed);
        var scene = new GraphScene();
        for (var i = 0; i < 200; i++)
        {
            var before = scene.Partition();
            var seen = scene.Observation(random);
            scene.Facts.Clear();
            scene.Graph.Observe(scene.All[seen.First], scene.All[seen.Second], seen.Evidence, scene.Facts);
            if (scene.Facts is not [.., { Kind: GraphFactKind.Joined } joined] || before.Count == scene.Partition().Count + 2)
            {
                continue;
            }

            var mark = scene.Graph.Mark();
            Assert.True(scene.Graph.Undo(new(joined.Left + 1), GraphScene.Start, []));
            var known = scene.All.Where(k => before.Any(c => c.Contains($"{k.Key.High:x}", StringComparison.Ordinal)));
            Assert.Equal(before, GraphScene.Partition(scene.Graph, known));
            scene.Graph.RollbackTo(mark);
        }
    }

    private static void Both(Random random, GraphScene scene, GraphScene twin, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            var seed = random.Next();
            scene.Step(new(seed));
            twin.Step(new(seed));
        }
    }

    /// <summary>Every identifier belongs to one customer that lists it, under the number of its oldest.</summary>
    private static void AssertWhole(GraphScene scene)
    {
        var listed = new List<IdentifierKey>();
        foreach (var customer in scene.All.Select(i => scene.Graph.Find(i.Key)).Where(c => !c.IsEmpty).Distinct())
        {
            var members = scene.Graph.IdentifiersOf(customer);
            Assert.All(members, m => Assert.Equal(customer, scene.Graph.Find(m.Key)));
            Assert.Equal(scene.Graph.NumberOf(members[0].Key), customer);
            Assert.Equal(customer, scene.Graph.Resolve(customer));
            listed.AddRange(members.Select(m => m.Key));
        }

        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal(scene.All.Count(i => !scene.Graph.Find(i.Key).IsEmpty), listed.Count);
    }
}
