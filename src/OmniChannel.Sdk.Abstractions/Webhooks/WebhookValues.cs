using System.Collections;

namespace OmniChannel.Webhooks;

/// <summary>Named values of a request. A missing name reads as the empty string; names compare without case.</summary>
public sealed class WebhookValues : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _pairs;

    /// <summary>Keeps the pairs in their order; a name may come more than once.</summary>
    public WebhookValues(IEnumerable<KeyValuePair<string, string>> pairs) => _pairs = [.. pairs];

    /// <summary>No values.</summary>
    public static WebhookValues Empty { get; } = new([]);

    /// <summary>How many pairs there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>The first value of a name; empty when there is none.</summary>
    public string this[string name]
    {
        get
        {
            foreach (var (key, value) in _pairs)
            {
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return "";
        }
    }

    /// <summary>True when the name is there, even with an empty value.</summary>
    public bool Contains(string name) => _pairs.Exists(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>All values of a name in their order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _pairs.Where(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value)];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _pairs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
