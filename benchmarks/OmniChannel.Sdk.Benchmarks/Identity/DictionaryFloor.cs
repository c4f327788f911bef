namespace OmniChannel.Identity;

/// <summary>What a user would write: customers with their identifiers in a dictionary of strings, under a lock; a merge moves the smaller.</summary>
internal sealed class DictionaryFloor
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Customer> _byIdentifier = new(StringComparer.Ordinal);
    private long _next;

    public long Observe(string first, string second, DateTimeOffset at)
    {
        lock (_lock)
        {
            var a = Of(first, at);
            var b = Of(second, at);
            if (!ReferenceEquals(a, b))
            {
                var (into, from) = a.Identifiers.Count >= b.Identifiers.Count ? (a, b) : (b, a);
                foreach (var (identifier, seen) in from.Identifiers)
                {
                    into.Identifiers[identifier] = seen;
                    _byIdentifier[identifier] = into;
                }

                a = into;
            }

            return a.Id;
        }
    }

    private Customer Of(string identifier, DateTimeOffset at)
    {
        if (!_byIdentifier.TryGetValue(identifier, out var customer))
        {
            _byIdentifier[identifier] = customer = new() { Id = ++_next };
        }

        customer.Identifiers[identifier] = at;
        return customer;
    }

    private sealed class Customer
    {
        public long Id { get; init; }

        public Dictionary<string, DateTimeOffset> Identifiers { get; } = new(StringComparer.Ordinal);
    }
}
