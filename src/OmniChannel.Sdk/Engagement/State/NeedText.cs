namespace OmniChannel.Engagement.State;

/// <summary>What the customer wants, as one line of at most 200 characters.</summary>
internal static class NeedText
{
    private const int Longest = 200;

    /// <summary>The line that a fact's values stand for; null when they are empty or erased.</summary>
    public static string? Of(Payload? values) =>
        values?.Text ?? (values is { Contents: [var said, ..] } ? OneLine(said.Preview) : null);

    public static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
