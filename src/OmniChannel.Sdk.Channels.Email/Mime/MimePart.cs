namespace OmniChannel.Channels.Email.Mime;

/// <summary>
/// One entity of a message. A multipart has its parts as children, an attached message has its root as only child. The body
/// is kept as received and decoded when asked.
/// </summary>
internal sealed class MimePart
{
    public required MimeHeaders Headers { get; init; }

    public required ContentType ContentType { get; init; }

    /// <summary>The body as received, transfer encoding still applied.</summary>
    public required ReadOnlyMemory<byte> RawBody { get; init; }

    public IReadOnlyList<MimePart> Children { get; init; } = [];

    public ParameterizedValue? Disposition =>
        Headers.First("Content-Disposition") is { Length: > 0 } value ? ParameterizedValue.Parse(value) : null;

    /// <summary>The suggested file name made harmless (no folders, no control or direction characters), or null.</summary>
    public string? FileName => AttachmentName.Clean(Disposition?["filename"] ?? ContentType.Name);

    public string? ContentId => MessageIds.First(Headers.First("Content-ID"));

    public ReadOnlyMemory<byte> DecodeBody() => TransferEncoding() switch
    {
        "base64" => Base64Body.Decode(RawBody.Span),
        "quoted-printable" => QuotedPrintable.Decode(RawBody.Span),
        _ => RawBody,
    };

    /// <summary>The decoded body as text by the part's charset.</summary>
    public string DecodeText() => MimeCharset.Decode(DecodeBody().Span, ContentType.Charset);

    private string TransferEncoding() =>
        ParameterizedValue.Parse(Headers.First("Content-Transfer-Encoding") ?? "").Value;
}
