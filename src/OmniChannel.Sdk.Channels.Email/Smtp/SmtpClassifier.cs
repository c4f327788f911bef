namespace OmniChannel.Channels.Email.Smtp;

/// <summary>From a negative reply to an outcome, by stage, code and enhanced status (RFC 5321, 3463, 4954).</summary>
internal static class SmtpClassifier
{
    public static SmtpOutcome Classify(SmtpReply reply, SmtpStage stage)
    {
        var detail = reply.EnhancedStatus is { } status ? status[2..] : "";
        if (reply.Code is 530 or 534 or 535 or 538 || (stage is SmtpStage.Authenticate && reply.IsPermanentFailure))
        {
            return SmtpOutcome.Credentials;
        }

        if (reply.IsTransientFailure)
        {
            // 4.4.5 congestion, 4.7.28 mail flood
            return detail is "4.5" or "7.28" ? SmtpOutcome.Throttled : SmtpOutcome.Transient;
        }

        if (!reply.IsPermanentFailure)
        {
            // a positive reply where none can stand; before the content went out that is a broken server, nothing more
            return stage is SmtpStage.Verdict ? SmtpOutcome.Ambiguous : SmtpOutcome.Transient;
        }

        if (reply.Code == 552 || detail is "2.3" or "3.4" || detail.StartsWith("6.", StringComparison.Ordinal))
        {
            return SmtpOutcome.ContentRefused;
        }

        return stage switch
        {
            SmtpStage.Recipient when IsAboutMailbox(reply.Code, detail) => SmtpOutcome.Unreachable,
            SmtpStage.Verdict => SmtpOutcome.ContentRefused,
            _ => SmtpOutcome.Permanent,
        };
    }

    private static bool IsAboutMailbox(int code, string detail) => detail switch
    {
        "" => code is 550 or 551 or 553,
        "1.7" or "1.8" => false, // about the sender's address
        "4.4" => true, // no route to the recipient's domain
        _ => detail.StartsWith("1.", StringComparison.Ordinal) || detail.StartsWith("2.", StringComparison.Ordinal),
    };
}
