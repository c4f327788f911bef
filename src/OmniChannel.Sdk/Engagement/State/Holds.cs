using System.Runtime.InteropServices;

namespace OmniChannel.Engagement.State;

/// <summary>How many messages in line and effects each conversation waits for. Kept by the indexes of their tables.</summary>
internal sealed class Holds
{
    private readonly Dictionary<long, int> _counts = [];

    public bool Has(ConversationId conversation) => _counts.ContainsKey(conversation.Value);

    public void Move(ConversationId? previous, ConversationId? next)
    {
        if (previous == next)
        {
            return;
        }

        if (next is { IsEmpty: false } held)
        {
            _counts[held.Value] = _counts.GetValueOrDefault(held.Value) + 1;
        }

        if (previous is { IsEmpty: false } released && --CollectionsMarshal.GetValueRefOrAddDefault(_counts, released.Value, out _) <= 0)
        {
            _counts.Remove(released.Value);
        }
    }
}
