using System.Text;

namespace OmniChannel.Identity.Identifiers;

/// <summary>Full-width letters, digits and signs as their plain ones; dashes of all kinds as a hyphen where a value has digits.</summary>
internal static class Width
{
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> room)
    {
        if (Ascii.IsValid(text) || text.Length > room.Length)
        {
            return text;
        }

        var digits = false;
        for (var i = 0; i < text.Length; i++)
        {
            room[i] = FullWidth.Narrow(text[i]);
            digits |= char.IsAsciiDigit(room[i]);
        }

        for (var i = 0; digits && i < text.Length; i++)
        {
            if (room[i] is >= '\u2010' and <= '\u2015' or '\u2212' or '\u30fc')
            {
                room[i] = '-';
            }
        }

        return room[..text.Length].Trim();
    }
}
