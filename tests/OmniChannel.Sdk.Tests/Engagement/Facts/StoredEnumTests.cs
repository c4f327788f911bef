using System.Globalization;
using System.Reflection;
using OmniChannel.Engagement.Effects;
using OmniChannel.Engagement.Outbound;
using OmniChannel.Engagement.State;

namespace OmniChannel.Engagement.Facts;

/// <summary>Stores hold enum members as numbers, so that a number means the same for ever: members are added, never moved.</summary>
public sealed class StoredEnumTests
{
    private static readonly Type[] States =
        [typeof(ConversationState), typeof(ProfileState), typeof(MessageState), typeof(EffectState), typeof(AtomState), typeof(IdentifierState), typeof(Payload)];

    [Fact]
    public void Enums_OfFactsAndStateRows_KeepTheirNumbers()
    {
        var seen = new HashSet<Type>();
        var enums = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in FactKinds.All.Select(k => k.Type).Concat(States))
        {
            Collect(type, seen, enums);
        }

        Assert.True(enums.Count > 10);
        Snapshot.Match(string.Join('\n', enums.Select(e => $"{e.Key}: {Members(e.Value)}")));
    }

    private static string Members(Type type) => string.Join(
        ", ", Enum.GetValues(type).Cast<object>().Select(v => string.Create(CultureInfo.InvariantCulture, $"{v}={Convert.ToInt64(v, CultureInfo.InvariantCulture)}")));

    private static void Collect(Type type, HashSet<Type> seen, SortedDictionary<string, Type> enums)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var argument in type.GetGenericArguments())
        {
            Collect(argument, seen, enums);
        }

        if (type.IsEnum)
        {
            enums[type.Name] = type;
            return;
        }

        if (type.Assembly.GetName().Name?.StartsWith("OmniChannel", StringComparison.Ordinal) != true || !seen.Add(type))
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            Collect(property.PropertyType, seen, enums);
        }

        foreach (var derived in type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type)))
        {
            Collect(derived, seen, enums);
        }
    }
}
