using OmniChannel.Conversations;

namespace OmniRetail;

/// <summary>What shows of a conversation while the bot holds it: how surely the visitor is known, and nothing that is not proved.</summary>
public sealed record WatchedConversation
{
    /// <summary>Who holds it: the bot's or an agent's id; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>The name, once more than claimed; null before.</summary>
    public string? Name { get; init; }

    /// <summary>The name in kana; null for none.</summary>
    public string? NameKana { get; init; }

    /// <summary>How the visitor was recognised and how surely, as a code.</summary>
    public required string Recognition { get; init; }

    /// <summary>The same in one sentence.</summary>
    public required string RecognitionText { get; init; }

    /// <summary>What the bot was told so far.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>How many values of the shop's record show.</summary>
    public required int Known { get; init; }

    /// <summary>Takes what the page shows from the view.</summary>
    public static WatchedConversation Of(ConversationView view) => new()
    {
        Owner = view.Owner,
        Name = view.Customer.Name,
        NameKana = view.Customer.NameKana,
        Recognition = view.Customer.Recognition,
        RecognitionText = view.Customer.RecognitionText,
        Answers = [.. view.Collected.Select(c => c.Value)],
        Known = view.Customer.Values.Count,
    };
}
