using FsCheck;
using FsCheck.Fluent;
using OmniChannel.Tests;

namespace OmniChannel.Routing.Core;

public sealed class AssignmentSolverTests
{
    [Fact]
    public void Solve_SmallProblems_FindsTheLeastOfAllAssignments()
    {
        var problems = from rows in Gen.Choose(1, 5)
                       from columns in Gen.Choose(rows, 6)
                       from costs in Gen.ArrayOf(Gen.Choose(-20, 20), rows * columns)
                       select (rows, columns, costs);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Scale.Of(20_000)), Prop.ForAll(problems.ToArbitrary(), p =>
        {
            var columnOf = new int[p.rows];
            var costs = p.costs.Select(c => (double)c).ToArray();
            var sum = new AssignmentSolver().Solve(costs, p.rows, p.columns, columnOf);
            Assert.Equal(p.rows, columnOf.Distinct().Count());
            Assert.Equal(Least(costs, p.columns, 0, p.rows, []), sum);
        }));
    }

    // G. Parisi 1998, proved by Linusson and Wästlund, and by Nair, Prabhakar and Sharma: the mean of the least sum is the sum of 1/k^2.
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(20)]
    public void Solve_IndependentExponentialCosts_CostsTheSumOfInverseSquares(int n)
    {
        var random = new Random(7);
        var (solver, columnOf, costs) = (new AssignmentSolver(), new int[n], new double[n * n]);
        var runs = Scale.Of(200_000) / n;
        var (sum, squares) = (0.0, 0.0);
        for (var run = 0; run < runs; run++)
        {
            foreach (ref var cost in costs.AsSpan())
            {
                cost = -Math.Log(1 - random.NextDouble());
            }

            var least = solver.Solve(costs, n, n, columnOf);
            sum += least;
            squares += least * least;
        }

        var mean = sum / runs;
        var truth = Enumerable.Range(1, n).Sum(k => 1.0 / (k * k));
        var half = 3.29 * Math.Sqrt(((squares / runs) - (mean * mean)) / runs);
        Assert.InRange(mean, truth - half, truth + half);
    }

    private static double Least(double[] costs, int columns, int row, int rows, HashSet<int> used)
    {
        if (row == rows)
        {
            return 0;
        }

        var least = double.PositiveInfinity;
        for (var column = 0; column < columns; column++)
        {
            if (used.Add(column))
            {
                least = Math.Min(least, costs[(row * columns) + column] + Least(costs, columns, row + 1, rows, used));
                used.Remove(column);
            }
        }

        return least;
    }
}
