namespace OmniChannel.Channels.Email.Mime;

/// <summary>The fields of one header block in order; names compare without case.</summary>
internal sealed class MimeHeaders(IReadOnlyList<MimeHeader> fields)
{
    public static MimeHeaders Empty { get; } = new([]);

    public IReadOnlyList<MimeHeader> Fields { get; } = fields;

    /// <summary>The first field of that name, encoded words untouched, or null.</summary>
    public string? First(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    public bool Has(string name) => First(name) is not null;

    /// <summary>The first field of that name as a person should read it: encoded words decoded, one line.</summary>
    public string? FirstText(string name) => First(name) is { } value ? HeaderText.Clean(EncodedWords.Decode(value)) : null;

    /// <summary>Every field of that name joined by commas: a repeated address header is one list.</summary>
    public string? Joined(string name)
    {
        List<string>? values = null;
        foreach (var field in Fields)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                (values ??= []).Add(field.Value);
            }
        }

        return values is null ? null : string.Join(", ", values);
    }
}
