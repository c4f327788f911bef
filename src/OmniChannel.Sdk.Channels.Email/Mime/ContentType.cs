namespace OmniChannel.Channels.Email.Mime;

/// <summary>A media type with its parameters; what cannot be read is text/plain (RFC 2045 section 5.2).</summary>
internal sealed class ContentType
{
    // RFC 2046 allows 70 characters; longer ones exist, endless ones are an attack
    private const int MaxBoundaryLength = 250;
    private readonly ParameterizedValue _value;

    private ContentType(ParameterizedValue value, string mediaType)
    {
        _value = value;
        MediaType = mediaType;
    }

    /// <summary>type/subtype in lower case.</summary>
    public string MediaType { get; }

    public string? Charset => _value["charset"];

    public string? Name => _value["name"];

    public string? Boundary => _value["boundary"]?.TrimEnd() is { Length: > 0 and <= MaxBoundaryLength } boundary ? boundary : null;

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>An attached message that can be parsed on its own (RFC 2046 and 6532).</summary>
    public bool IsMessage => MediaType is "message/rfc822" or "message/global";

    public bool IsText => MediaType.StartsWith("text/", StringComparison.Ordinal);

    public string? this[string parameter] => _value[parameter];

    public static ContentType Parse(string? header, string whenAbsent = "text/plain")
    {
        var value = ParameterizedValue.Parse(string.IsNullOrWhiteSpace(header) ? whenAbsent : header);
        var slash = value.Value.IndexOf('/', StringComparison.Ordinal);
        var valid = slash > 0 && slash < value.Value.Length - 1 && !value.Value.AsSpan().ContainsAny(" \t<>@,;:\\\"");
        return new ContentType(value, valid ? value.Value : "text/plain");
    }
}
