using System.Collections.Frozen;
using OmniChannel.Identity.Identifiers;

namespace OmniChannel.Identity;

/// <summary>
/// Identifiers in the form in which the engine compares them, by the types that were registered, and as they are written to. A type that
/// nobody registered is compared as it is. Thread-safe.
/// </summary>
internal sealed class IdentifierNormalizer(string region, IReadOnlyList<IdentifierDefinition> types)
{
    private readonly FrozenDictionary<IdentifierType, IdentifierDefinition> _types = types.ToFrozenDictionary(t => t.Type);
    private readonly FrozenDictionary<IdentifierType, FrozenSet<string>> _blocked = types.ToFrozenDictionary(t => t.Type, t => t.Blocked.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The compared form, or null when the value cannot be an identifier of the type, or is known to be nobody's.</summary>
    public string? Normalize(IdentifierType type, string value)
    {
        Span<char> room = stackalloc char[ComparedForm.MostCharacters];
        Span<char> form = stackalloc char[ComparedForm.MostCharacters];
        var compared = ComparedForm.Of(value, _types.GetValueOrDefault(type)?.Normalizer, region, room, form);
        return !compared.IsEmpty && compared.ToString() is var normal && !(_blocked.TryGetValue(type, out var blocked) && blocked.Contains(normal)) ? normal : null;
    }

    /// <summary>The keyed hash of an identifier; null when the value cannot be one of its type, or lacks the account it belongs to.</summary>
    public IdentifierKey? KeyOf(Identifier identifier, IdentifierHasher hasher)
    {
        if (Normalize(identifier.Type, identifier.Value) is not { } value)
        {
            return null;
        }

        if (!_types.TryGetValue(identifier.Type, out var type) || type.Scope != IdentifierScope.Account)
        {
            return hasher.Hash(identifier.Type.Name, value);
        }

        return identifier.Account is { } account ? hasher.Hash($"{identifier.Type.Name}\0{account}", value) : null;
    }

    /// <summary>The address to write to: a phone in E.164, an e-mail in lower case with its dots and tags.</summary>
    public string? Address(Identifier identifier)
    {
        var normal = Normalize(identifier.Type, identifier.Value);
        if (normal is null || identifier.Type != IdentifierType.Email)
        {
            return normal;
        }

        Span<char> room = stackalloc char[ComparedForm.MostCharacters];
        var typed = ComparedForm.Folded(identifier.Value, room);
        return string.Concat(typed[..typed.LastIndexOf('@')].ToString().ToLowerInvariant(), normal.AsSpan(normal.LastIndexOf('@')));
    }
}
