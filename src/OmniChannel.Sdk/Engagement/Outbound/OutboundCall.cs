using System.Globalization;

namespace OmniChannel.Engagement.Outbound;

/// <summary>What one provider call for a message says: as many of its contents as go in one, under a key of their own.</summary>
internal static class OutboundCall
{
    public static OutboundMessage Of(MessageState message, WorkspaceRules rules) => new()
    {
        Id = message.Id,
        To = message.To,
        Contents = [.. message.Contents.Skip(message.Part).Take(Math.Max(1, rules.Capabilities(message.To.Account).PartsPerCall))],
        IdempotencyKey = message.Part == 0 ? message.Id.ToString() : string.Create(CultureInfo.InvariantCulture, $"{message.Id}-{message.Part}"),
        ReplyHandle = message.ReplyHandle,
        Thread = message.Thread,
        Locale = message.Locale,
        IsAutomatic = message.IsAutomatic,
    };
}
