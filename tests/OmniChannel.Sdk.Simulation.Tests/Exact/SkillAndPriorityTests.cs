namespace OmniChannel.Simulation.Exact;

public sealed class SkillAndPriorityTests
{
    [Fact]
    public void Cobham_ByTheChainOfTwoQueues_IsTheSame()
    {
        const int Most = 60;
        var (urgent, normal, agents) = (0.5, 0.8, 2);
        var chain = new MarkovChain<(int Busy, int Urgent, int Normal)>((0, 0, 0), s => Moves(s));
        var exact = Cobham.MeanWaits(agents, 1, urgent, normal);

        Assert.Equal(chain.Expect(s => s.Urgent) / urgent, exact[0], 1e-6);
        Assert.Equal(chain.Expect(s => s.Normal) / normal, exact[1], 1e-6);

        IEnumerable<((int, int, int), double)> Moves((int Busy, int Urgent, int Normal) s)
        {
            if (s.Busy < agents)
            {
                yield return ((s.Busy + 1, 0, 0), urgent + normal);
            }
            else
            {
                if (s.Urgent < Most)
                {
                    yield return ((s.Busy, s.Urgent + 1, s.Normal), urgent);
                }

                if (s.Normal < Most)
                {
                    yield return ((s.Busy, s.Urgent, s.Normal + 1), normal);
                }
            }

            if (s.Busy > 0)
            {
                yield return (s.Urgent > 0 ? (s.Busy, s.Urgent - 1, s.Normal) : s.Normal > 0 ? (s.Busy, 0, s.Normal - 1) : (s.Busy - 1, 0, 0), s.Busy);
            }
        }
    }

    public static TheoryData<string> Designs => ["N", "W", "M", "Chain"];

    [Theory]
    [MemberData(nameof(Designs))]
    public void SkillDesign_ByTheChainOfOrders_IsTheSame(string design)
    {
        var (rates, speeds, can) = Design(design);
        var exact = new SkillDesign(rates, speeds, can);
        var chain = new MarkovChain<string>(
            "|" + string.Concat(Enumerable.Range(0, speeds.Length)), state => Moves(state, rates, speeds, can));

        for (var c = 0; c < rates.Length; c++)
        {
            var work = c;
            Assert.Equal(chain.Expect(s => s[(s.IndexOf('|') + 1)..].Any(i => can[work, i - '0']) ? 0 : 1), exact.Wait(c), 2e-3);
            Assert.Equal(chain.Expect(s => s[..s.IndexOf('|')].Count(q => q - 'a' == work)) / rates[c], exact.MeanWait(c), 5e-3);
        }

        Assert.Equal(chain.Expect(s => speeds.Length - (s.Length - s.IndexOf('|') - 1)) / speeds.Length, exact.Occupancy, 2e-3);
    }

    [Fact]
    public void SkillDesign_OfOneSkill_IsErlangC()
    {
        var exact = new SkillDesign([2.5], [1, 1, 1, 1], new[,] { { true, true, true, true } });

        Assert.Equal(ErlangC.Wait(4, 2.5), exact.Wait(0), 1e-12);
        Assert.Equal(ErlangC.MeanWait(4, 2.5, 1), exact.MeanWait(0), 1e-12);
    }

    /// <summary>All costs of a small matrix on a lattice of quantiles, best and greedy by trying every order.</summary>
    [Fact]
    public void AssignmentCost_OfTwo_IsTheIntegral()
    {
        const int Steps = 24;
        var costs = Enumerable.Range(0, Steps).Select(i => -Math.Log(1 - ((i + 0.5) / Steps))).ToArray();
        var (best, greedy, count) = (0.0, 0.0, 0L);
        foreach (var a in costs)
        {
            foreach (var b in costs)
            {
                foreach (var c in costs)
                {
                    foreach (var d in costs)
                    {
                        best += Math.Min(a + d, b + c);
                        greedy += a <= b ? a + d : b + c;
                        count++;
                    }
                }
            }
        }

        Assert.Equal(AssignmentCost.Optimal(2), best / count, 0.03);
        Assert.Equal(AssignmentCost.Greedy(2), greedy / count, 0.03);
    }

    internal static (double[] Rates, double[] Speeds, bool[,] Can) Design(string name) => name switch
    {
        "N" => ([0.5, 0.4], [1, 1.2], new[,] { { true, true }, { false, true } }),
        "W" => ([0.6, 0.6], [1, 0.8, 1.1], new[,] { { true, true, false }, { false, true, true } }),
        "M" => ([0.3, 0.4, 0.3], [1, 1.3], new[,] { { true, false }, { true, true }, { false, true } }),
        _ => ([0.35, 0.3, 0.4], [1, 0.9, 1.2], new[,] { { true, true, false }, { false, true, true }, { true, false, true } }),
    };

    /// <summary>A state is the waiting classes in order of arrival, a bar, and the idle servers from the longest idle.</summary>
    private static IEnumerable<(string To, double Rate)> Moves(string state, double[] rates, double[] speeds, bool[,] can)
    {
        var bar = state.IndexOf('|');
        var (queue, idle) = (state[..bar], state[(bar + 1)..]);
        for (var c = 0; c < rates.Length; c++)
        {
            var taker = idle.FirstOrDefault(s => can[c, s - '0']);
            if (taker != default)
            {
                yield return (queue + "|" + idle.Replace(taker.ToString(), ""), rates[c]);
            }
            else if (queue.Length < (rates.Length == 2 ? 13 : 9))
            {
                yield return (queue + (char)('a' + c) + "|" + idle, rates[c]);
            }
        }

        for (var s = 0; s < speeds.Length; s++)
        {
            if (idle.Contains((char)('0' + s)))
            {
                continue;
            }

            var next = Array.FindIndex(queue.ToCharArray(), q => can[q - 'a', s]);
            yield return (next < 0 ? queue + "|" + idle + s : queue.Remove(next, 1) + "|" + idle, speeds[s]);
        }
    }
}
