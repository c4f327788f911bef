using OmniChannel.Identity.Graph;

namespace OmniChannel.Identity;

/// <summary>
/// Events of two identifiers over people with five each (login, e-mail, phone, device, address), in a random order; the first four tie a
/// person together. The same numbers give the same events.
/// </summary>
internal sealed class ScaleEvents
{
    public const int Each = 5;
    private static readonly IdentifierType[] Types =
        [IdentifierType.Login, IdentifierType.Email, IdentifierType.Phone, IdentifierType.Device, IdentifierType.ChannelAddress];

    private readonly int[] _order;

    public ScaleEvents(int identifiers)
    {
        People = identifiers / Each;
        _order = new int[People * (Each - 1)];
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        new Random(7).Shuffle(_order);
    }

    public int People { get; }

    public int Count => _order.Length;

    public DateTimeOffset TimeOf(int index) => GraphTime.OfSecond((uint)(830_000_000 + (index / 16)));

    /// <summary>Which two identifiers, by person and place.</summary>
    public (int Person, int First, int Second) At(int index)
    {
        var place = _order[index % _order.Length];
        return (place / (Each - 1), place % (Each - 1) == 3 ? 1 : 0, (place % (Each - 1)) + 1);
    }

    public static Identifier Make(int person, int place) => new()
    {
        Type = Types[place],
        Value = place switch
        {
            0 => $"user-{person}",
            1 => $"person.{person}@mail{person % 97}.example",
            2 => $"+8190{(person + 11) % 100_000_000:D8}",
            3 => $"device-{person:x12}",
            _ => $"line:shop:U{person:x16}",
        },
    };
}
