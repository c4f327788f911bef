namespace OmniChannel.Identity.Matching.Folding;

/// <summary>
/// A phonetic form for names of many languages: the first sound, then the consonants in groups that are heard alike. Letters that English,
/// German, French and romanised Japanese write in several ways (ph/f, ck/k, sch/sh, y/i, ae/e) share a group.
/// </summary>
internal static class Phonetics
{
    //                           abcdefghijklmnopqrstuvwxyz
    private const string Sounds = "aBKTaFKaaJKLMNaBKRSTaFFKaS";

    /// <summary>Up to six sounds packed in a number that is never negative; 0 when the text has no Latin letter.</summary>
    public static int Code(string folded)
    {
        var text = KanaReading.Romanize(folded);
        long code = 0;
        var count = 0;
        var last = '\0';
        for (var i = 0; i < text.Length && count < 6; i++)
        {
            var sound = Sound(text, ref i);
            if (sound != '\0' && sound != last && (sound != 'a' || count == 0))
            {
                code = (code * 27) + (sound == 'a' ? 26 : sound - 'A' + 1);
                count++;
            }

            last = sound == '\0' ? last : sound;
        }

        return (int)(code % int.MaxValue);
    }

    private static char Sound(string text, ref int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        if (c is < 'a' or > 'z')
        {
            return '\0';
        }

        switch (c, next)
        {
            case ('p', 'h'):
                i++;
                return 'F';
            case ('s', 'c') when i + 2 < text.Length && text[i + 2] == 'h':
                i += 2;
                return 'S';
            case ('s', 'h') or ('c', 'z') or ('t', 'z') or ('t', 's'):
                i++;
                return 'S';
            case ('c', 'h') or ('c', 'k') or ('g', 'h') or ('k', 'n') or ('w', 'r'):
                i++;
                return c == 'w' ? 'R' : c == 'k' ? 'N' : 'K';
            case ('t', 'h') or ('d', 't'):
                i++;
                return 'T';
            case ('c', 'e') or ('c', 'i') or ('c', 'y'):
                return 'S';
            case ('v', _):
                return 'F';
            default:
                return Sounds[c - 'a'];
        }
    }
}
