using System.Diagnostics.CodeAnalysis;

namespace OmniChannel;

/// <summary>The rule for names that a host chooses: 1 to 128 characters, none of them a control character.</summary>
internal static class NameText
{
    public static string Check(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return IsName(value) ? value : throw new ArgumentException("A name has 1 to 128 characters and no control character.", nameof(value));
    }

    public static bool IsName([NotNullWhen(true)] string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > 128)
        {
            return false;
        }

        foreach (var c in value)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return true;
    }
}
