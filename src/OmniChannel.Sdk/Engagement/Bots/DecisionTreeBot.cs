using System.Text.Json;

namespace OmniChannel.Engagement.Bots;

/// <summary>
/// A bot that walks a decision tree. It never asks what is known; it asks again once when it does not understand, then hands over; and whoever
/// asks for a person gets one at any point.
/// </summary>
public sealed class DecisionTreeBot : IBot
{
    private const int MaxMisses = 2;

    private static readonly LocalText Again = new("Sorry, I did not get that.", "申し訳ありません。うまく理解できませんでした。");
    private static readonly LocalText AwaitsCode = new("Please type the six-digit code, or another address.", "6桁の確認コードを入力するか、別の宛先をお知らせください。");
    private static readonly LocalText PersonNow = new("One moment, I am getting a person for you.", "担当者におつなぎします。少々お待ちください。");
    private readonly DecisionTree _tree;

    /// <summary>Walks a tree.</summary>
    public DecisionTreeBot(DecisionTree tree) => _tree = tree;

    /// <inheritdoc/>
    public ValueTask<BotReply> OnTurnAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var actions = new List<BotAction>();
        var memory = turn.State is null ? new() : JsonSerializer.Deserialize(turn.State, TreeMemoryJson.Default.TreeMemory) ?? new();
        var next = Take(turn, memory, actions);
        return ValueTask.FromResult(new BotReply
        {
            Actions = actions,
            State = next is null ? null : JsonSerializer.Serialize(next, TreeMemoryJson.Default.TreeMemory),
        });
    }

    private TreeMemory? Take(BotTurn turn, TreeMemory memory, List<BotAction> actions)
    {
        var slots = new Dictionary<string, string>(turn.Slots);
        if (turn.Message is { } said and not ChoiceReplyContent && _tree.ForPerson.Asks(said.Preview))
        {
            return HandOver(turn, PersonNow, "asked-for-person", actions);
        }

        if (memory.Node.Length == 0 || _tree.Find(memory.Node) is not { } node)
        {
            return Enter(turn, _tree.Start, slots, actions);
        }

        return turn.Trigger switch
        {
            BotTrigger.Verified when node.Kind == TreeNodeKind.Verify => Enter(turn, _tree.Node(node.Next), slots, actions),
            BotTrigger.VerificationFailed when node.Kind == TreeNodeKind.Verify => Enter(turn, _tree.Node(node.Otherwise), slots, actions),
            BotTrigger.Message when turn.Message is { } message => Answer(turn, node, memory, message, slots, actions),
            _ => Enter(turn, node, slots, actions),
        };
    }

    private TreeMemory? Answer(BotTurn turn, TreeNode node, TreeMemory memory, MessageContent message, Dictionary<string, string> slots, List<BotAction> actions)
    {
        if (node.Kind == TreeNodeKind.Choice)
        {
            var chosen = message is ChoiceReplyContent reply ? node.Options.FirstOrDefault(o => o.Id == reply.OptionId) : null;
            return chosen is null ? Miss(turn, node, memory, actions) : Kept(turn, node, chosen.Label.For(turn.Locale), chosen.Next, slots, actions);
        }

        var text = message.Preview.Trim();
        if (text.Length == 0 || (node.Kind == TreeNodeKind.Verify && node.Identifier == IdentifierType.Email && !text.Contains('@', StringComparison.Ordinal)))
        {
            return Miss(turn, node, memory, actions);
        }

        if (node.Kind == TreeNodeKind.Verify)
        {
            // That the code is on its way is said by the engine, once it is.
            actions.Add(new VerifyAction { Identifier = new() { Type = node.Identifier, Value = text } });
            return memory with { Proving = true, Misses = 0 };
        }

        return Kept(turn, node, text, node.Next, slots, actions);
    }

    private TreeMemory? Kept(BotTurn turn, TreeNode node, string value, string next, Dictionary<string, string> slots, List<BotAction> actions)
    {
        if (node.Slot.Length > 0)
        {
            actions.Add(new CollectAction { Slot = node.Slot, Value = value });
            slots[node.Slot] = value;
        }

        return Enter(turn, _tree.Node(next), slots, actions);
    }

    private TreeMemory? Miss(BotTurn turn, TreeNode node, TreeMemory memory, List<BotAction> actions)
    {
        if (memory.Misses + 1 >= MaxMisses)
        {
            return HandOver(turn, PersonNow, "not-understood", actions);
        }

        if (memory.Proving)
        {
            actions.Add(new SayAction { Content = new TextContent(AwaitsCode.For(turn.Locale)) });
        }
        else
        {
            actions.Add(new SayAction { Content = new TextContent(Again.For(turn.Locale)) });
            Ask(turn, node, actions);
        }

        return memory with { Misses = memory.Misses + 1 };
    }

    /// <summary>Goes on from a node: says what is to be said, skips what is known, and stops at the first question or leaf.</summary>
    private TreeMemory? Enter(BotTurn turn, TreeNode node, Dictionary<string, string> slots, List<BotAction> actions)
    {
        for (var steps = 0; steps < 100; steps++)
        {
            switch (node.Kind)
            {
                case TreeNodeKind.HandOff when turn.PeopleAvailable == 0 && node.Otherwise.Length > 0:
                    node = _tree.Node(node.Otherwise);
                    break;
                case TreeNodeKind.HandOff:
                    return HandOver(turn, node.Text!, node.Reason, actions);
                case TreeNodeKind.Close:
                    actions.Add(new SayAction { Content = new TextContent(node.Text!.For(turn.Locale)) });
                    actions.Add(new CloseAction());
                    return null;
                case TreeNodeKind.Say:
                    actions.Add(new SayAction { Content = new TextContent(node.Text!.For(turn.Locale)) });
                    node = _tree.Node(node.Next);
                    break;
                case TreeNodeKind.Verify when turn.CustomerName is not null:
                    node = _tree.Node(node.Next);
                    break;
                case TreeNodeKind.Choice when Known(turn, node, slots) is { } next:
                    node = _tree.Node(next);
                    break;
                case TreeNodeKind.Question when slots.ContainsKey(node.Slot):
                    node = _tree.Node(node.Next);
                    break;
                default:
                    Ask(turn, node, actions);
                    return new() { Node = node.Name };
            }
        }

        throw new InvalidOperationException($"The tree goes in circles at '{node.Name}'.");
    }

    private static string? Known(BotTurn turn, TreeNode node, Dictionary<string, string> slots) =>
        slots.TryGetValue(node.Slot, out var value) ? node.Options.FirstOrDefault(o => o.Label.For(turn.Locale) == value || o.Id == value)?.Next : null;

    private static void Ask(BotTurn turn, TreeNode node, List<BotAction> actions)
    {
        var text = node.Text!.For(turn.Locale);
        MessageContent content = node.Kind == TreeNodeKind.Choice
            ? new ChoiceContent { Text = text, Options = [.. node.Options.Select(o => new ChoiceOption { Id = o.Id, Label = o.Label.For(turn.Locale) })] }
            : new TextContent(text);
        actions.Add(new SayAction { Content = content, Asks = node.Slot.Length > 0 ? node.Slot : null });
    }

    private static TreeMemory? HandOver(BotTurn turn, LocalText text, string reason, List<BotAction> actions)
    {
        actions.Add(new SayAction { Content = new TextContent(text.For(turn.Locale)) });
        var collected = turn.Slots.Select(s => s.Value).Concat(actions.OfType<CollectAction>().Select(c => c.Value)).Distinct();
        actions.Add(new HandOffAction { Reason = reason, Summary = string.Join(" · ", collected) is { Length: > 0 } summary ? summary : turn.Message?.Preview });
        return null;
    }
}
