using OmniChannel.Routing.Policies;
using OmniChannel.Routing.Structures;

namespace OmniChannel.Routing;

public sealed partial class RoutingCore
{
    private int[] _bucketRows = new int[16];

    private int ChooseAgent(int work, out int runnerUp)
    {
        var shape = ShapeOf(_work.Read(work));
        if (_explain && _free[shape.Id] == 0)
        {
            runnerUp = None;
            return None;
        }

        foreach (var tier in shape.Tiers)
        {
            var agent = _policy.Choice switch
            {
                AgentChoice.LeastLoaded => LeastLoaded(work, shape, tier, out runnerUp),
                AgentChoice.Score => HighestScore(work, shape, tier, out runnerUp),
                _ => First(work, shape, tier, out runnerUp),
            };
            if (agent != None)
            {
                return agent;
            }
        }

        runnerUp = None;
        return None;
    }

    private int First(int work, Shape shape, ReadOnlySpan<int> rows, out int runnerUp)
    {
        var scan = new IdleScan(_order, rows, shape.ExcludedRows);
        ref readonly var row = ref _work.Read(work);
        var open = row.Cooldown == None && row.Offer == None;
        runnerUp = None;
        var winner = None;
        for (var slot = scan.Next(); slot >= 0; slot = scan.Next())
        {
            var agent = _order.AgentAt(slot);
            if (!open && IsBarred(row, agent))
            {
                continue;
            }

            if (winner != None)
            {
                runnerUp = agent;
                return winner;
            }

            winner = agent;
            if (!_explain)
            {
                return winner;
            }
        }

        return winner;
    }

    private int LeastLoaded(int work, Shape shape, ReadOnlySpan<int> rows, out int runnerUp)
    {
        if (_bucketRows.Length <= rows.Length)
        {
            _bucketRows = new int[rows.Length * 2];
        }

        rows.CopyTo(_bucketRows);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            _bucketRows[rows.Length] = _catalogue.Channels.Length + bucket;
            var agent = First(work, shape, _bucketRows.AsSpan(0, rows.Length + 1), out runnerUp);
            if (agent != None)
            {
                return agent;
            }
        }

        runnerUp = None;
        return None;
    }

    private int HighestScore(int work, Shape shape, ReadOnlySpan<int> rows, out int runnerUp)
    {
        var scan = new IdleScan(_order, rows, shape.ExcludedRows);
        ref readonly var row = ref _work.Read(work);
        var open = row.Cooldown == None && row.Offer == None;
        (var winner, runnerUp) = (None, None);
        var (best, second) = (double.NaN, double.NaN);
        for (var slot = scan.Next(); slot >= 0; slot = scan.Next())
        {
            var agent = _order.AgentAt(slot);
            if (!open && IsBarred(row, agent))
            {
                continue;
            }

            var score = _policy.Score(PairOf(work, agent));
            if (double.IsNaN(score))
            {
                continue;
            }

            if (winner == None || score > best)
            {
                (runnerUp, second) = (winner, best);
                (winner, best) = (agent, score);
            }
            else if (runnerUp == None || score > second)
            {
                (runnerUp, second) = (agent, score);
            }
        }

        return winner;
    }

    // Of two items the one that should go first to an agent: by rank, then by score or urgency, then the older.
    private int Better(int left, int right, int agent)
    {
        if (right == None)
        {
            return left;
        }

        ref readonly var candidate = ref _work.Read(right);
        if (_policy.ScoresWork && double.IsNaN(_policy.Score(PairOf(right, agent))))
        {
            return left;
        }

        if (left == None)
        {
            return right;
        }

        ref readonly var best = ref _work.Read(left);
        var order = _catalogue.Classes[candidate.Class].Rank.CompareTo(_catalogue.Classes[best.Class].Rank);
        if (order == 0 && _policy.ScoresWork)
        {
            order = _policy.Score(PairOf(right, agent)).CompareTo(_policy.Score(PairOf(left, agent)));
        }
        else if (order == 0 && _catalogue.IsLinear)
        {
            order = best.Key.CompareTo(candidate.Key);
        }
        else if (order == 0)
        {
            order = UrgencyOf(candidate).CompareTo(UrgencyOf(best));
        }

        if (order == 0)
        {
            order = best.Since.CompareTo(candidate.Since);
        }

        return order > 0 || (order == 0 && candidate.Sequence < best.Sequence) ? right : left;
    }

    private double UrgencyOf(in WorkRow row) => _catalogue.Classes[row.Class].Urgency(row.Key, row.Since, _now);

    private WorkAgentPair PairOf(int work, int agent)
    {
        ref readonly var item = ref _work.Read(work);
        ref readonly var by = ref _agents.Read(agent);
        var terms = _terms[by.Terms];
        var priority = _catalogue.Classes[item.Class];
        var queue = _catalogue.Queues[item.Queue];
        var wait = ClassInfo.Between(item.Since, _now);
        return new()
        {
            Now = _now,
            Wait = wait,
            Idle = _now - by.IdleSince,
            Tag = item.Tag,
            Agent = new(agent),
            Queue = item.Queue,
            Class = item.Class,
            Load = by.Load,
            Capacity = terms.Capacity,
            Levels = LevelsOf(ShapeOf(item), _catalogue.Profiles[by.Profile]),
            ServiceRate = terms.ServiceRate,
            Price = PriceOf(ShapeOf(item), _catalogue.Profiles[by.Profile]),
            QueueLength = _queues.Read(item.Queue).Waiting,
            Waiting = Waiting,
            QueueRatio = queue.Ratio,
            MarginalCost = priority.Cost * Math.Pow(Math.Max(0, wait), priority.Exponent - 1),
        };
    }

    private double PriceOf(Shape shape, AgentProfileInfo profile)
    {
        var sum = 0.0;
        for (var skill = 0; skill < _prices.Length; skill++)
        {
            if (profile.Level(skill) > 0 && PriceOf(skill) is not 0 and var price && Array.IndexOf(shape.Skills, skill) < 0)
            {
                sum += price;
            }
        }

        return sum;
    }

    private static int LevelsOf(Shape shape, AgentProfileInfo profile)
    {
        var sum = 0;
        foreach (var skill in shape.Skills)
        {
            sum += profile.Level(skill);
        }

        return sum;
    }
}
