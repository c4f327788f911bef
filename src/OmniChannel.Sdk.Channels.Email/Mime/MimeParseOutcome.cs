using System.Diagnostics.CodeAnalysis;

namespace OmniChannel.Channels.Email.Mime;

/// <summary>Either a tree of parts with its defects, or the reason for refusing the bytes.</summary>
internal sealed record MimeParseOutcome
{
    public MimePart? Root { get; init; }

    public MimeRefusal Refusal { get; init; }

    public MimeDefects Defects { get; init; }

    [MemberNotNullWhen(true, nameof(Root))]
    public bool IsParsed => Root is not null;
}
