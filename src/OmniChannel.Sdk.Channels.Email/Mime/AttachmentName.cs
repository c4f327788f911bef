using System.Text;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Makes a sender's file name harmless to show and to store.</summary>
internal static class AttachmentName
{
    private const int MaxLength = 200;

    public static string? Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var last = name.AsSpan(name.LastIndexOfAny(['/', '\\', ':']) + 1);
        var clean = new StringBuilder(last.Length);
        foreach (var c in last)
        {
            // direction overrides make "exe.fdp" read as "pdf.exe"
            if (!char.IsControl(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F'))
            {
                clean.Append(c);
            }
        }

        var result = clean.ToString().Trim().Trim('.', ' ');
        return result.Length switch
        {
            0 => null,
            > MaxLength => Shorten(result),
            _ => result,
        };
    }

    private static string Shorten(string name)
    {
        var extension = name.LastIndexOf('.') is var dot && dot > name.Length - 16 ? name[dot..] : "";
        var cut = MaxLength - extension.Length;
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut), extension);
    }
}
