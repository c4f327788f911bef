using OmniChannel.Routing.Policies;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private readonly List<int> _batch = [];
    private readonly List<int> _batchAgents = [];
    private readonly AssignmentSolver _solver = new();
    private double[] _costs = [];
    private int[] _columns = [];
    private Comparison<int>? _byTurn;
    private double _stay;

    private void OpenWindow(WorkFacts facts)
    {
        if (_core.Read(0).WindowUntil == long.MaxValue)
        {
            Emit(new() { Kind = WorkFactKind.WindowOpened, At = _now, Work = None, Agent = None, Until = Later(_now, _policy.WindowTicks) }, facts);
        }
    }

    // Rank by rank, and within a rank batch by batch, until no more pairs can be made.
    private void CloseWindow(WorkFacts facts)
    {
        Emit(new() { Kind = WorkFactKind.WindowClosed, At = _now, Work = None, Agent = None, Until = long.MaxValue }, facts);
        var size = ((BatchOptimalPolicy)_policy).BatchSize;
        foreach (var rank in _catalogue.Classes.Select(c => c.Rank).Distinct().OrderDescending())
        {
            while (Collect(rank, size) && GiveBatch(facts))
            {
            }
        }
    }

    private bool Collect(int rank, int size)
    {
        _batch.Clear();
        _batchAgents.Clear();
        for (var agent = 0; agent < _agents.Count; agent++)
        {
            if (_agents.Read(agent).Open != 0)
            {
                _batchAgents.Add(agent);
            }
        }

        // By their places in the line: equal sums are settled by the order of columns, and numbers of agents are others after a restart.
        _batchAgents.Sort(_byTurn ??= (left, right) => _agents.Read(left).Turn.CompareTo(_agents.Read(right).Turn));

        foreach (var lane in _catalogue.Lanes)
        {
            if (!lane.Pull && _catalogue.Classes[lane.Class].Rank == rank)
            {
                for (var (at, taken) = (_lanes.Read(lane.Id).Head, 0); at != None && taken < size; at = _work.Read(at).Next, taken++)
                {
                    if (_batchAgents.Exists(a => CanTake(a, ShapeOf(_work.Read(at))) && !IsBarred(_work.Read(at), a)))
                    {
                        _batch.Add(at);
                    }
                }
            }
        }

        _batch.Sort((left, right) => left == right ? 0 : GoesFirst(left, right) ? -1 : 1);
        if (_batch.Count > size)
        {
            _batch.RemoveRange(size, _batch.Count - size);
        }

        return _batch.Count > 0;
    }

    // A row for each item; columns for agents and, beyond them, one for each item that stays. Staying costs more than all pairs together.
    private bool GiveBatch(WorkFacts facts)
    {
        var (rows, agents) = (_batch.Count, _batchAgents.Count);
        var columns = agents + rows;
        if (_costs.Length < rows * columns)
        {
            _costs = new double[rows * columns];
        }

        if (_columns.Length < rows)
        {
            _columns = new int[rows];
        }

        var costs = _costs.AsSpan(0, rows * columns);
        FillCosts(costs, rows, agents, columns);
        _solver.Solve(costs, rows, columns, _columns);
        var given = false;
        for (var row = 0; row < rows; row++)
        {
            if (_columns[row] < agents && costs[(row * columns) + _columns[row]] < _stay)
            {
                Give(_batch[row], _batchAgents[_columns[row]], None, facts);
                given = true;
            }
        }

        return given;
    }

    private void FillCosts(Span<double> costs, int rows, int agents, int columns)
    {
        var largest = 0.0;
        for (var row = 0; row < rows; row++)
        {
            ref readonly var item = ref _work.Read(_batch[row]);
            var shape = ShapeOf(item);
            for (var column = 0; column < agents; column++)
            {
                var agent = _batchAgents[column];
                var score = CanTake(agent, shape) && !IsBarred(item, agent) ? _policy.Score(PairOf(_batch[row], agent)) : double.NaN;
                costs[(row * columns) + column] = -score;
                largest = double.IsFinite(score) ? Math.Max(largest, Math.Abs(score)) : largest;
            }
        }

        // An infinite score outweighs all finite ones together.
        var infinite = ((2 * largest) + 1) * (rows + 1);
        foreach (ref var cost in costs)
        {
            cost = double.IsInfinity(cost) ? Math.CopySign(largest = infinite, cost) : cost;
        }

        _stay = ((2 * largest) + 1) * (rows + 1);
        for (var row = 0; row < rows; row++)
        {
            var line = costs.Slice(row * columns, columns);
            foreach (ref var cost in line[..agents])
            {
                cost = double.IsNaN(cost) ? 2 * _stay : cost;
            }

            line[agents..].Fill(_stay);
        }
    }
}
