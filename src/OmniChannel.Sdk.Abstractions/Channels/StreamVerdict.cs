namespace OmniChannel.Channels;

/// <summary>The answer to "who is asking" on a stream channel.</summary>
public sealed record StreamVerdict
{
    /// <summary>The visitor; null when refused.</summary>
    public StreamVisitor? Visitor { get; init; }

    /// <summary>A token to give to the client, when a session was opened or renewed; null otherwise.</summary>
    public string? Token { get; init; }

    /// <summary>True when nobody knew this visitor before: the host limits how many of them begin from one remote address.</summary>
    public bool IsNew { get; init; }

    /// <summary>Why it was refused, without any part of the credential; null when accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Accepts a visitor, with a token for it where one was made.</summary>
    public static StreamVerdict Accept(StreamVisitor visitor, string? token = null) => new() { Visitor = visitor, Token = token };

    /// <summary>Refuses with 401 and a reason.</summary>
    public static StreamVerdict Refuse(string reason) => new() { Reason = reason };
}
