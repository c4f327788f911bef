using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmniChannel.Routing.Structures;

/// <summary>
/// Agents who can take something, as bits in the order of their turn. An agent has a slot; a row has a bit for each slot, for a skill, a team
/// or an open channel. And-ing the rows that work asks for gives its candidates in order. Slots are handed out in ascending order and
/// compacted when they run out, so that a change costs O(rows of the agent) on average.
/// </summary>
/// <remarks>A summary has one bit for each block of 512 slots in which the row has any, so that a scan steps over empty blocks.</remarks>
internal sealed class IdleOrder
{
    private ulong[] _bits = [];
    private ulong[] _summary = [];
    private int[] _agentAt = [];
    private int[] _slotOf = [];
    private int _rows;
    private int _summaryWords;
    private int _tail;

    public ReadOnlySpan<ulong> Bits => _bits;

    public ReadOnlySpan<ulong> Summary => _summary;

    /// <summary>Words of a block: eight for each row.</summary>
    public int BlockWords => _rows * 8;

    public int SummaryWords => _summaryWords;

    /// <summary>True when the next turn needs <see cref="Compact"/> first.</summary>
    public bool IsFull => _tail == _agentAt.Length;

    public int AgentAt(int slot) => _agentAt[slot];

    public int SlotOf(int agent) => _slotOf[agent];

    /// <summary>Makes room for rows and agents. Clears everything: the caller takes turns and sets bits anew.</summary>
    public void Reset(int rows, int agents)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(512, agents + (agents / 2)));
        _rows = rows;
        _summaryWords = Math.Max(1, slots / 512 / 64);
        _bits = new ulong[rows * (slots / 64)];
        _summary = new ulong[rows * _summaryWords];
        _agentAt = new int[slots];
        _slotOf = new int[agents];
        _agentAt.AsSpan().Fill(-1);
        _slotOf.AsSpan().Fill(-1);
        _tail = 0;
    }

    /// <summary>Moves the agent, who has no bits, to the end of the order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeTurn(int agent)
    {
        var old = _slotOf[agent];
        if (old >= 0)
        {
            _agentAt[old] = -1;
        }

        _agentAt[_tail] = agent;
        _slotOf[agent] = _tail++;
    }

    /// <summary>Closes the gaps between slots. All bits are cleared.</summary>
    public void Compact()
    {
        var tail = 0;
        for (var slot = 0; slot < _tail; slot++)
        {
            var agent = _agentAt[slot];
            if (agent >= 0)
            {
                _agentAt[tail] = agent;
                _slotOf[agent] = tail++;
            }
        }

        _agentAt.AsSpan(tail).Fill(-1);
        _tail = tail;
        Array.Clear(_bits);
        Array.Clear(_summary);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int row, int slot)
    {
        _bits[At(row, slot)] |= 1UL << slot;
        _summary[(row * _summaryWords) + (slot >> 15)] |= 1UL << (slot >> 9);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear(int row, int slot)
    {
        var at = At(row, slot);
        if ((_bits[at] &= ~(1UL << slot)) == 0)
        {
            ClearSummary(row, slot);
        }
    }

    private void ClearSummary(int row, int slot)
    {
        var block = Vector512.LoadUnsafe(ref _bits[At(row, slot & ~511)]);
        if (block == Vector512<ulong>.Zero)
        {
            _summary[(row * _summaryWords) + (slot >> 15)] &= ~(1UL << (slot >> 9));
        }
    }

    // The rows of a block lie together: agents come and go at the ends of the order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(int row, int slot) => (((slot >> 9) * _rows) + row << 3) + (slot >> 6 & 7);
}
