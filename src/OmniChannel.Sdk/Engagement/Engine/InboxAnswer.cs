using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniChannel.Engagement.Engine;

/// <summary>What is kept of an outcome for a duplicate.</summary>
internal sealed record InboxAnswer
{
    public Decision? Decision { get; init; }

    public IReadOnlyList<CallInstruction>? Instructions { get; init; }

    public static ReadOnlyMemory<byte> Write(InputOutcome outcome) =>
        outcome.Decision is null && outcome.Instructions.Count == 0
            ? default
            : StoredJson.Write(new() { Decision = outcome.Decision, Instructions = outcome.Instructions }, InboxAnswerJson.Default.InboxAnswer);

    public static InputOutcome Read(ReadOnlyMemory<byte> answer)
    {
        var kept = answer.IsEmpty ? null : JsonSerializer.Deserialize(answer.Span, InboxAnswerJson.Default.InboxAnswer);
        return new() { Decision = kept?.Decision, Instructions = kept?.Instructions ?? [], IsDuplicate = true };
    }
}
