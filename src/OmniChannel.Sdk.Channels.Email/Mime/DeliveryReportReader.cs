namespace OmniChannel.Channels.Email.Mime;

/// <summary>Reads multipart/report mails about delivery (RFC 6522, 3464, 6533) and about reading (RFC 8098).</summary>
internal static class DeliveryReportReader
{
    private const int MaxRecipients = 100;

    public static DeliveryReport? Read(MimePart root)
    {
        if (root.ContentType.MediaType != "multipart/report")
        {
            return null;
        }

        var status = root.Children.FirstOrDefault(c => c.ContentType.MediaType
            is "message/delivery-status" or "message/global-delivery-status" or "message/disposition-notification");
        if (status is null)
        {
            return null;
        }

        var isDisposition = status.ContentType.MediaType == "message/disposition-notification";
        var recipients = new List<DeliveryReportRecipient>();
        string? original = null;
        foreach (var group in ReadGroups(status))
        {
            original ??= MessageIds.First(group.First("Original-Message-ID"));
            if (group.First("Final-Recipient") is { } recipient && recipients.Count < MaxRecipients)
            {
                recipients.Add(ReadRecipient(group, recipient, isDisposition));
            }
        }

        return new DeliveryReport
        {
            Recipients = recipients,
            OriginalMessageId = original ?? ReturnedMessageId(root),
            IsDisposition = isDisposition,
        };
    }

    private static DeliveryReportRecipient ReadRecipient(MimeHeaders group, string recipient, bool isDisposition)
    {
        var action = isDisposition
            ? AfterSemicolon(group.First("Disposition") ?? "")
            : ParameterizedValue.Parse(group.First("Action") ?? "").Value;
        return new DeliveryReportRecipient
        {
            FinalRecipient = AfterSemicolon(recipient),
            OriginalRecipient = group.First("Original-Recipient") is { } first ? AfterSemicolon(first) : null,
            Action = action.Split('/')[0].Trim().ToLowerInvariant(),
            Status = EnhancedStatus(group.First("Status")),
            DiagnosticCode = group.First("Diagnostic-Code") is { } code ? HeaderText.Clean(AfterSemicolon(code)) : null,
        };
    }

    /// <summary>The body is groups of header fields: one about the message, then one for each recipient.</summary>
    private static IEnumerable<MimeHeaders> ReadGroups(MimePart status)
    {
        var body = status.DecodeBody();
        var budget = new MimeParseBudget(MimeLimits.Default);
        for (var groups = 0; body.Length > 0 && groups <= MaxRecipients + 20; groups++)
        {
            var block = HeaderBlockReader.Read(body.Span, budget);
            if (block.TooLarge || block.BodyOffset == 0)
            {
                yield break;
            }

            yield return block.Headers;
            body = body[block.BodyOffset..];
        }
    }

    private static string? ReturnedMessageId(MimePart root)
    {
        foreach (var child in root.Children)
        {
            if (child.ContentType.IsMessage && child.Children is [var message])
            {
                return MessageIds.First(message.Headers.First("Message-ID"));
            }

            if (child.ContentType.MediaType is "text/rfc822-headers" or "message/global-headers")
            {
                var block = HeaderBlockReader.Read(child.DecodeBody().Span, new MimeParseBudget(MimeLimits.Default));
                return MessageIds.First(block.Headers.First("Message-ID"));
            }
        }

        return null;
    }

    private static string AfterSemicolon(string value) =>
        value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');

    private static string? EnhancedStatus(string? value)
    {
        var token = value is null ? "" : ParameterizedValue.Parse(value).Value.Split(' ')[0];
        var parts = token.Split('.');
        return parts.Length == 3 && parts[0] is "2" or "4" or "5" && parts.All(p => p.Length is >= 1 and <= 3 && p.All(char.IsAsciiDigit))
            ? token
            : null;
    }
}
