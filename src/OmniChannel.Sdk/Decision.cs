namespace OmniChannel;

/// <summary>What became of a command: accepted, or why not. A refusal is a value, not an exception.</summary>
public sealed record Decision
{
    /// <summary>True when it was done, or will be.</summary>
    public required bool Accepted { get; init; }

    /// <summary>The reason as data; for an accepted command <c>accepted</c> or what was chosen.</summary>
    public required Explanation Reason { get; init; }

    /// <summary>The message queued; empty when the command queued none.</summary>
    public MessageId Message { get; init; }

    /// <summary>The conversation concerned; empty when none is.</summary>
    public ConversationId Conversation { get; init; }

    /// <summary>The stable code of <see cref="Reason"/>.</summary>
    public string Code => Reason.Code;

    /// <summary>One plain sentence.</summary>
    public string ToText(Locale locale) => Reason.ToText(locale);

    internal static Decision Yes(string code = "accepted", params ReadOnlySpan<(string, string)> arguments) =>
        new() { Accepted = true, Reason = Explanation.Of(code, arguments) };

    internal static Decision No(string code, params ReadOnlySpan<(string, string)> arguments) =>
        new() { Accepted = false, Reason = Explanation.Of(code, arguments) };
}
