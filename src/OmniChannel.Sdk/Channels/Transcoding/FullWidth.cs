using System.Text;

namespace OmniChannel.Channels.Transcoding;

/// <summary>
/// The full-width forms of ASCII (Unicode block "Halfwidth and Fullwidth Forms", U+FF01 to U+FF5E) and the ideographic space: a keyboard that
/// writes Japanese gives them, and they mean the same.
/// </summary>
internal static class FullWidth
{
    private const int Distance = 0xfee0;

    /// <summary>The ASCII character that a full-width one stands for; every other one as it is.</summary>
    public static char Narrow(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - Distance),
        '\u3000' => ' ',
        _ => c,
    };

    /// <summary>A text with each character narrowed; the same object when there is nothing to do.</summary>
    public static string Narrow(string text) => Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Narrow(source[i]);
        }
    });
}
