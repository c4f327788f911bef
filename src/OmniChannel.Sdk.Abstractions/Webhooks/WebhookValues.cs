using System.Collections;
using System.Runtime.InteropServices;

namespace OmniChannel.Webhooks;

/// <summary>Named values of a request. A missing name reads as the empty string; names compare without case.</summary>
public sealed class WebhookValues : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _pairs;

    /// <summary>Keeps the pairs in their order; a name may come more than once.</summary>
    public WebhookValues(IEnumerable<KeyValuePair<string, string>> pairs) => _pairs = [.. pairs];

    /// <summary>Keeps the list itself; nobody else changes it.</summary>
    internal WebhookValues(List<KeyValuePair<string, string>> pairs) => _pairs = pairs;

    /// <summary>No values.</summary>
    public static WebhookValues Empty { get; } = new([]);

    /// <summary>How many pairs there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>The first value of a name; empty when there is none.</summary>
    public string this[string name]
    {
        get
        {
            var place = IndexOf(name);
            return place < 0 ? "" : _pairs[place].Value;
        }
    }

    /// <summary>True when the name is there, even with an empty value.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>All values of a name in their order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _pairs.Where(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value)];

    private int IndexOf(string name)
    {
        var pairs = CollectionsMarshal.AsSpan(_pairs);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (string.Equals(pairs[i].Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
