using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OmniChannel.Channels;
using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity.Identifiers;

/// <summary>
/// Brings values to their compared form and hashes them, without allocating for values of up to 512 characters. Not thread-safe.
/// </summary>
internal sealed class IdentifierReader
{
    private readonly TypeTable _types;
    private readonly IReadOnlyList<IdentifierDefinition> _definitions;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>?[] _blocked;
    private readonly string _region;
    private readonly SipHash _hash;
    private readonly ulong[] _contexts;
    private readonly Dictionary<(byte Type, ChannelAccountId Account), ulong> _accountContexts = [];
    private readonly char[] _folded = new char[ComparedForm.MostCharacters];
    private readonly char[] _form = new char[ComparedForm.MostCharacters];

    public IdentifierReader(ReadOnlySpan<byte> hashKey, IdentityRules rules, TypeTable types)
    {
        if (hashKey.Length < 16)
        {
            throw new ArgumentException("The key of identifier hashes has at least 16 bytes.", nameof(hashKey));
        }

        _types = types;
        _definitions = rules.Types;
        _region = rules.Region;
        // The graph's hashes never leave memory; those of the journal are made with another function of the same key.
        Span<byte> derived = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(hashKey, "identity-graph"u8, derived);
        _hash = SipHash.Of(derived);
        _contexts = [.. _definitions.Select(d => Context(d.Type.Name))];
        _blocked = [.. _definitions.Select(d => Lookup(d.Blocked))];
    }

    /// <summary>The compared form of a value, good until the next call; empty when it cannot be one of the type.</summary>
    public ReadOnlySpan<char> Normalize(byte type, ReadOnlySpan<char> value) => ComparedForm.Of(value, _definitions[type].Normalizer, _region, _folded, _form);

    public IdentifierReading Read(Identifier identifier)
    {
        if (_types.NumberOf(identifier.Type) is not { } type)
        {
            return IdentifierReading.No("identifier.unknown-type");
        }

        var form = Normalize(type, identifier.Value);
        if (form.IsEmpty)
        {
            return IdentifierReading.No("identifier.not-of-type");
        }

        if (_blocked[type] is { } blocked && blocked.Contains(form))
        {
            return IdentifierReading.No("identifier.blocked");
        }

        if (_definitions[type].Scope != IdentifierScope.Account)
        {
            return IdentifierReading.Yes(new(_hash.Hash(_contexts[type], MemoryMarshal.AsBytes(form)), type));
        }

        return identifier.Account is { } account
            ? IdentifierReading.Yes(new(_hash.Hash(ContextOf(type, account), MemoryMarshal.AsBytes(form)), type))
            : IdentifierReading.No("identifier.no-account");
    }

    private ulong ContextOf(byte type, ChannelAccountId account)
    {
        if (!_accountContexts.TryGetValue((type, account), out var context))
        {
            _accountContexts[(type, account)] = context = Context($"{_definitions[type].Type.Name}\0{account}");
        }

        return context;
    }

    private ulong Context(string text) => (ulong)_hash.Hash(Encoding.UTF8.GetBytes(text)).High;

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? Lookup(IReadOnlyCollection<string> blocked) =>
        blocked.Count == 0 ? null : blocked.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
