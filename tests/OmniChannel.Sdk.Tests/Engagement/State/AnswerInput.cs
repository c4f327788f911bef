using OmniChannel.Engagement.Facts;
using OmniChannel.Engagement.Inputs;
using OmniChannel.Engagement.Outbound;

namespace OmniChannel.Engagement.State;

/// <summary>Somebody of ours answers in a conversation, or learns something there, whoever holds it.</summary>
internal sealed record AnswerInput : CommandInput
{
    public ConversationId Conversation { get; init; }

    /// <summary>No answer: a value was learned or, without a slot, asked for twice.</summary>
    public bool Learns { get; init; }

    public string? Slot { get; init; }

    public string? Text { get; init; }

    public override Decision Execute(Turn turn)
    {
        var conversation = turn.State.Conversation(Conversation)!;
        if (!Learns)
        {
            ReplyStep.Send(turn, conversation, new TextContent("answer"), ParticipantKind.Agent, "agent-a", MessagePurpose.Service);
        }
        else if (Slot is null)
        {
            turn.Emit(new QuestionChanged { Conversation = conversation.Id, AskedTwice = true });
            turn.Entry(conversation, new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Note }, new() { Text = "asked twice" });
        }
        else
        {
            turn.Entry(conversation, new() { Conversation = default, Sequence = 0, Time = turn.Now, Kind = EntryKind.Collected, Slot = Slot, AuthorId = "bot" }, new() { Text = Text });
        }

        return Decision.Yes();
    }
}
