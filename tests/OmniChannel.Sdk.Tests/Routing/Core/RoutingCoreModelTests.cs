using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Tests;

namespace OmniChannel.Routing.Core;

public sealed class RoutingCoreModelTests
{
    private static readonly Gen<RoutingMove> Moves =
        from kind in Gen.Choose(0, 11)
        from pick in Gen.Choose(0, 999)
        from agent in Gen.Choose(0, 19)
        from detail in Gen.Choose(0, 59)
        from wait in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 11)))
        select new RoutingMove(kind, pick, agent, detail, wait);

    [Fact]
    public void Core_AnyMoves_DecidesAsTheNaiveRouter()
    {
        var runs = from seed in Gen.Choose(0, 1000) from moves in Gen.ListOf(Moves) select (seed, moves: moves.ToArray());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Scale.Of(3000)).WithEndSize(200), Prop.ForAll(
            Arb.From(runs, r => Arb.From(Gen.ListOf(Moves)).Shrinker([.. r.moves]).Select(m => (r.seed, m.ToArray()))),
            r => Play(r.seed, r.moves)));
    }

    [Fact]
    public void Core_ManyRandomMoves_AgreesWithTheNaiveRouterAndItsReplica()
    {
        for (var seed = 0; seed < Scale.Of(300); seed++)
        {
            var random = new Random(seed);
            Play(seed, [.. Enumerable.Range(0, 500).Select(_ => RoutingMove.Next(random))]);
        }
    }

    private static void Play(int seed, RoutingMove[] moves)
    {
        var run = new RoutingCoreRun(seed, direct: seed % 4 == 3);
        foreach (var move in moves)
        {
            run.Step(move);
        }

        Assert.Equal(run.Core.StateHash(), run.Replica.StateHash());
    }
}
