using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Routing.Policies;

/// <summary>
/// Assigns each row its own column so that the sum of costs is least: shortest augmenting paths over reduced costs. O(rows^2 columns). Keeps
/// its memory; not thread-safe.
/// </summary>
/// <remarks>R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987.</remarks>
[Experimental("OMNI001")]
public sealed class AssignmentSolver
{
    private const int None = -1;
    private double[] _prices = [];
    private double[] _distance = [];
    private int[] _rowOf = [];
    private int[] _from = [];
    private int[] _columns = [];

    /// <summary>Prices of columns after <see cref="Solve"/>: what one more unit of a column would save.</summary>
    public ReadOnlySpan<double> Prices => _prices;

    /// <summary>Solves a dense problem.</summary>
    /// <param name="costs">Row by row, all finite; give a pair that cannot be a cost above the sum of all others.</param>
    /// <param name="rows">At most as many as columns.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="columnOf">Gets the column of each row.</param>
    /// <returns>The sum of costs.</returns>
    public double Solve(ReadOnlySpan<double> costs, int rows, int columns, Span<int> columnOf)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(costs.Length, rows * columns);
        Prepare(columns);
        columnOf[..rows].Fill(None);
        ReduceColumns(costs, rows, columns, columnOf);
        for (var row = 0; row < rows; row++)
        {
            if (columnOf[row] == None)
            {
                Augment(costs, columns, row, columnOf);
            }
        }

        var sum = 0.0;
        for (var row = 0; row < rows; row++)
        {
            sum += costs[(row * columns) + columnOf[row]];
        }

        return sum;
    }

    private void Prepare(int columns)
    {
        if (_prices.Length != columns)
        {
            (_prices, _distance) = (new double[columns], new double[columns]);
            (_rowOf, _from, _columns) = (new int[columns], new int[columns], new int[columns]);
        }

        _prices.AsSpan().Clear();
        _rowOf.AsSpan().Fill(None);
    }

    // Only of a square problem: with columns to spare an unused one must keep the price 0.
    private void ReduceColumns(ReadOnlySpan<double> costs, int rows, int columns, Span<int> columnOf)
    {
        if (rows != columns)
        {
            return;
        }

        for (var column = columns - 1; column >= 0; column--)
        {
            var best = 0;
            for (var row = 1; row < rows; row++)
            {
                if (costs[(row * columns) + column] < costs[(best * columns) + column])
                {
                    best = row;
                }
            }

            _prices[column] = costs[(best * columns) + column];
            if (columnOf[best] == None)
            {
                columnOf[best] = column;
                _rowOf[column] = best;
            }
        }
    }

    // Dijkstra from a free row: columns up to `done` have final distances, up to `reached` the present least one.
    private void Augment(ReadOnlySpan<double> costs, int columns, int free, Span<int> columnOf)
    {
        for (var column = 0; column < columns; column++)
        {
            _distance[column] = costs[(free * columns) + column] - _prices[column];
            _from[column] = free;
            _columns[column] = column;
        }

        var (done, reached, least, end) = (0, 0, 0.0, None);
        while (end == None)
        {
            if (done == reached)
            {
                (reached, least) = Nearest(done, columns);
                for (var at = done; at < reached && end == None; at++)
                {
                    end = _rowOf[_columns[at]] == None ? _columns[at] : None;
                }
            }

            if (end == None)
            {
                end = Relax(costs, columns, done++, ref reached, least);
            }
        }

        for (var at = 0; at < done; at++)
        {
            _prices[_columns[at]] += _distance[_columns[at]] - least;
        }

        for (var row = None; row != free;)
        {
            row = _from[end];
            _rowOf[end] = row;
            (end, columnOf[row]) = (columnOf[row], end);
        }
    }

    private (int Reached, double Least) Nearest(int done, int columns)
    {
        var reached = done + 1;
        var least = _distance[_columns[done]];
        for (var at = reached; at < columns; at++)
        {
            var distance = _distance[_columns[at]];
            if (distance <= least)
            {
                if (distance < least)
                {
                    (reached, least) = (done, distance);
                }

                (_columns[at], _columns[reached]) = (_columns[reached], _columns[at]);
                reached++;
            }
        }

        return (reached, least);
    }

    private int Relax(ReadOnlySpan<double> costs, int columns, int taken, ref int reached, double least)
    {
        var through = _columns[taken];
        var row = _rowOf[through];
        var offset = costs[(row * columns) + through] - _prices[through] - least;
        for (var at = reached; at < columns; at++)
        {
            var column = _columns[at];
            var distance = costs[(row * columns) + column] - _prices[column] - offset;
            if (distance >= _distance[column])
            {
                continue;
            }

            _distance[column] = distance;
            _from[column] = row;
            if (distance <= least)
            {
                if (_rowOf[column] == None)
                {
                    return column;
                }

                (_columns[at], _columns[reached]) = (_columns[reached], _columns[at]);
                reached++;
            }
        }

        return None;
    }
}
