using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace OmniChannel.Routing;

/// <summary>A buffer of facts that the caller owns, clears and uses again. It grows to the largest step and then allocates nothing. Not thread-safe.</summary>
[Experimental("OMNI001")]
public sealed class WorkFacts
{
    private WorkFact[] _facts = new WorkFact[64];

    /// <summary>How many facts were added since the last <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    /// <summary>The facts, in order; valid until the next one is added.</summary>
    public ReadOnlySpan<WorkFact> Span => _facts.AsSpan(0, Count);

    /// <summary>Told of each fact the moment it was applied, while the core is in the middle of a command: it may be read, not commanded.</summary>
    internal WorkFactSink? Added { get; init; }

    /// <summary>Forgets the facts and keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Room for the next fact, with what was there before; counted only by <see cref="Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref WorkFact Draft()
    {
        if (Count == _facts.Length)
        {
            Array.Resize(ref _facts, Count * 2);
        }

        return ref _facts[Count];
    }

    internal void Add()
    {
        Count++;
        Added?.Invoke(in _facts[Count - 1]);
    }
}
