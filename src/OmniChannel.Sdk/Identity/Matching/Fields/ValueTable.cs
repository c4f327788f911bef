using System.Numerics;
using OmniChannel.Identity.Matching.Folding;

namespace OmniChannel.Identity.Matching.Fields;

/// <summary>
/// The distinct folded values of fields that may be swapped with each other, with what comparing needs of each, as parallel arrays. Grows by
/// appending; a value's number never changes.
/// </summary>
/// <param name="sounds">Whether values have a phonetic form: words do, numbers and addresses of e-mail do not.</param>
internal sealed class ValueTable(bool sounds = true)
{
    private char[] pool = new char[1024];
    private int poolLength;
    private int[] slots = new int[256];
    private Facts[] facts = new Facts[128];

    public int Count { get; private set; }

    public ref readonly Facts this[int value] => ref facts[value];

    public ReadOnlySpan<char> Text(int value)
    {
        ref readonly var f = ref facts[value];
        return pool.AsSpan(f.Start, f.Length);
    }

    /// <summary>The number of a folded value, or -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var slot = Slot(text, Hash(text));
        return slots[slot] - 1;
    }

    public int Intern(ReadOnlySpan<char> text, int packedDate = 0)
    {
        var slot = Slot(text, Hash(text));
        if (slots[slot] != 0)
        {
            return slots[slot] - 1;
        }

        if ((Count + 1) * 2 > slots.Length)
        {
            Grow();
            slot = Slot(text, Hash(text));
        }

        var value = Append(text, packedDate);
        slots[slot] = value + 1;
        return value;
    }

    public long Bytes => (pool.Length * sizeof(char)) + (slots.Length * sizeof(int)) + ((long)facts.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<Facts>());

    private int Append(ReadOnlySpan<char> text, int packedDate)
    {
        if (poolLength + text.Length > pool.Length)
        {
            Array.Resize(ref pool, Math.Max(pool.Length * 2, poolLength + text.Length));
        }

        if (Count == facts.Length)
        {
            Array.Resize(ref facts, Count * 2);
        }

        text.CopyTo(pool.AsSpan(poolLength));
        facts[Count] = new Facts
        {
            Start = poolLength,
            Length = text.Length,
            Letters = LettersOf(text),
            LetterSum = SumOf(text),
            Phonetic = sounds ? Phonetics.Code(text.ToString()) : 0,
            Date = packedDate,
            At = text.IndexOf('@'),
        };
        poolLength += text.Length;
        return Count++;
    }

    private int Slot(ReadOnlySpan<char> text, uint hash)
    {
        var mask = slots.Length - 1;
        var slot = (int)(hash & (uint)mask);
        while (slots[slot] != 0 && !Text(slots[slot] - 1).SequenceEqual(text))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var value = 0; value < Count; value++)
        {
            slots[Slot(Text(value), Hash(Text(value)))] = value + 1;
        }
    }

    // FNV-1a with a final mix: the same on every machine, unlike string hashes.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 15;
        return hash * 2246822519u >> 3;
    }

    private static ulong LettersOf(ReadOnlySpan<char> text)
    {
        ulong letters = 0;
        foreach (var c in text)
        {
            letters |= 1UL << (c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? 26 + c - '0' : 36 + (c % 28));
        }

        return letters;
    }

    private static int SumOf(ReadOnlySpan<char> text)
    {
        var sum = 0u;
        foreach (var c in text)
        {
            sum += BitOperations.RotateLeft(c * 0x9E3779B1u, 13) * 0x85EBCA6Bu;
        }

        return (int)sum;
    }

    /// <summary>What is known of one value.</summary>
    public struct Facts
    {
        public int Start;
        public int Length;

        /// <summary>Which letters occur, as a set: bounds the distance before anything is aligned.</summary>
        public ulong Letters;

        /// <summary>Equal for texts that have the same letters in another order.</summary>
        public int LetterSum;

        public int Phonetic;

        /// <summary>Year * 10000 + month * 100 + day, or 0; parts of a wrong date may be out of range.</summary>
        public int Date;

        /// <summary>Where the @ of an e-mail address stands, or -1.</summary>
        public int At;
    }
}
