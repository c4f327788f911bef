using System.Globalization;
using System.Text;

namespace OmniChannel.Channels.Transcoding;

/// <summary>The length of a text in the unit of a limit.</summary>
internal static class TextMeasure
{
    /// <summary>The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1).</summary>
    private const string Gsm =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string GsmExtension = "|^€{}[]~\\\f";

    public static bool Fits(string text, TextLimit limit) => Length(text, limit.Unit) <= limit.Max;

    public static int Length(string text, LimitUnit unit) => unit switch
    {
        LimitUnit.Characters => new StringInfo(text).LengthInTextElements,
        LimitUnit.Bytes => Encoding.UTF8.GetByteCount(text),
        LimitUnit.Septets => Septets(text),
        _ => text.Length,
    };

    private static int Septets(string text)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!Gsm.Contains(c, StringComparison.Ordinal) && !GsmExtension.Contains(c, StringComparison.Ordinal))
            {
                return text.Length;
            }

            length += GsmExtension.Contains(c, StringComparison.Ordinal) ? 2 : 1;
        }

        return length;
    }
}
