using OmniChannel.Channels.Email.Mime;

namespace OmniChannel.Channels.Email.Inbound;

/// <summary>A mail as a gateway handed it over.</summary>
internal sealed record MailIntake
{
    public required MimePart Root { get; init; }

    /// <summary>Stands for the mail where it has no Message-ID; the same for every delivery of it.</summary>
    public required string FallbackId { get; init; }

    /// <summary>The SMTP sender where the gateway tells it, "" for the null sender; null if unknown.</summary>
    public string? EnvelopeSender { get; init; }

    /// <summary>Domains that the gateway authenticated.</summary>
    public IReadOnlyList<ProvedDomain> Proved { get; init; } = [];

    /// <summary>Never the mail: records end up in logs.</summary>
    public override string ToString() => "(mail intake)";
}
