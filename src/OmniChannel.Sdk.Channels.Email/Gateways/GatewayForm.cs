using System.Text;
using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Gateways;

/// <summary>
/// A multipart form by its bytes: mail comes in any charset, where the webhook's own form reader takes UTF-8 only. SendGrid's boundary is
/// known and never changes, so a mail can hold it and bring fields of its own; <see cref="IsSound"/> says that this one did not.
/// </summary>
internal sealed class GatewayForm
{
    private const int MaxParts = 1000;
    private readonly List<(string Name, string? FileName, MimeHeaders Headers, ReadOnlyMemory<byte> Content)> _parts = [];

    private GatewayForm()
    {
    }

    /// <summary>No field comes twice and nothing follows the end: all of it is the gateway's word.</summary>
    public bool IsSound { get; private set; }

    public IEnumerable<(string FileName, string MediaType, string? ContentId, ReadOnlyMemory<byte> Content)> Files => _parts
        .Where(p => p.FileName is not null)
        .Select(p => (p.FileName!, p.Headers.First("Content-Type") ?? "", MessageIds.First(p.Headers.First("Content-ID")), p.Content));

    public static GatewayForm Read(WebhookRequest request)
    {
        var type = ContentType.Parse(request.Headers["Content-Type"]);
        if (type.MediaType != "multipart/form-data" || type.Boundary is not { } boundary)
        {
            throw new MalformedWebhookException("The Content-Type is neither JSON nor a multipart form with a boundary.");
        }

        var budget = new MimeParseBudget(MimeLimits.Default with { MaxParts = MaxParts });
        var form = new GatewayForm();
        foreach (var piece in MultipartSplitter.Split(request.Body, boundary, budget))
        {
            var block = HeaderBlockReader.Read(piece.Span, budget);
            var disposition = ParameterizedValue.Parse(block.Headers.First("Content-Disposition") ?? "");
            if (disposition["name"] is { Length: > 0 } name)
            {
                form._parts.Add((name, disposition["filename"], block.Headers, piece[block.BodyOffset..]));
            }
        }

        if ((budget.Defects & (MimeDefects.MissingCloseDelimiter | MimeDefects.BoundaryNotFound | MimeDefects.TooManyParts)) != 0)
        {
            throw new MalformedWebhookException("The multipart form has no end, or too many fields.");
        }

        form.IsSound = EndsOnce(request.Body.Span, Encoding.UTF8.GetBytes($"--{boundary}--"))
            && form._parts.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == form._parts.Count;
        return form;
    }

    public ReadOnlyMemory<byte> Bytes(string name) =>
        _parts.FirstOrDefault(p => p.FileName is null && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Content;

    /// <summary>A field as UTF-8; empty when missing.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name).Span);

    private static bool EndsOnce(ReadOnlySpan<byte> body, ReadOnlySpan<byte> end)
    {
        var at = body.IndexOf(end);
        return at >= 0 && body[(at + end.Length)..].IndexOfAnyExcept(" \t\r\n"u8) < 0;
    }
}
