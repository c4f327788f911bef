namespace OmniChannel.Channels.Transcoding;

/// <summary>What a customer's words choose: a button press, "2", full-width or circled 2, and the label mean the same option.</summary>
internal static class AnswerMatcher
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    /// <summary>The choice as a reply, or the content as it came when it chooses nothing.</summary>
    public static MessageContent Match(MessageContent content, IReadOnlyList<ChoiceOption> options)
    {
        var text = content switch
        {
            ChoiceReplyContent reply => reply.OptionId,
            TextContent plain => plain.Text,
            _ => null,
        };
        if (text is null)
        {
            return content;
        }

        var chosen = options.FirstOrDefault(o => o.Id == text) ?? ByNumber(text, options) ?? ByLabel(text, options);
        return chosen is null ? content : new ChoiceReplyContent { OptionId = chosen.Id, Label = chosen.Label };
    }

    private static ChoiceOption? ByNumber(string text, IReadOnlyList<ChoiceOption> options)
    {
        var trimmed = Fold(text).TrimEnd('.', ')', '番', '。').Trim();
        var number = trimmed.Length == 1 && Circled.IndexOf(trimmed[0], StringComparison.Ordinal) is >= 0 and var circled
            ? circled + 1
            : trimmed.Length is 1 or 2 && trimmed.All(char.IsAsciiDigit) ? int.Parse(trimmed, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return number >= 1 && number <= options.Count ? options[number - 1] : null;
    }

    private static ChoiceOption? ByLabel(string text, IReadOnlyList<ChoiceOption> options)
    {
        var folded = Fold(text);
        return options.FirstOrDefault(o => string.Equals(Fold(o.Label), folded, StringComparison.OrdinalIgnoreCase));
    }

    private static string Fold(string text) => FullWidth.Narrow(text).Trim();
}
