namespace OmniChannel.Channels.Twilio;

/// <summary>What an accepted voice webhook says.</summary>
internal static class TwilioVoiceEvents
{
    public static ChannelEvent Parse(VoiceRequest request) => request.Step.Event switch
    {
        _ when request.CallSid.Length == 0 => Unknown(request, "No CallSid"),
        VoiceStep.Agent => AgentLeg(request),
        VoiceStep.Dial => Dialled(request),
        VoiceStep.Unreachable => Signal(request, SignalKind.CallUnanswered, StepKey(request)),
        VoiceStep.Gather when request.Fields["Digits"].Length > 0 || request.Fields["SpeechResult"].Length > 0 => Answer(request),
        _ when request.IsOver => Ended(request),
        VoiceStep.Gather or VoiceStep.Poll => Signal(request, SignalKind.CallPolled, StepKey(request)),
        "" when !request.IsReport => Signal(request, SignalKind.CallStarted, request.CallSid + ":started"),
        _ => Unknown(request, "A call event of another kind"),
    };

    private static ChannelEvent AgentLeg(VoiceRequest request) =>
        request.Status == "in-progress"
            ? Signal(request, SignalKind.CallConnected, $"{request.Fields["CallSid"]}:{request.Status}")
            : Unknown(request, "A state of the agent's leg that is not used");

    /// <summary>
    /// The end of a Dial. The agent hung up: the call is over for us, and the answer hangs up too. The agent did not answer: the caller
    /// is still there. The caller went away while it rang: over.
    /// </summary>
    private static ChannelEvent Dialled(VoiceRequest request)
    {
        var talked = request.Fields["DialCallStatus"] is "completed" or "answered" && request.Fields["DialBridged"] != "false";
        return talked || request.IsOver ? Ended(request) : Signal(request, SignalKind.CallUnanswered, StepKey(request));
    }

    private static MessageReceived Answer(VoiceRequest request)
    {
        var digits = request.Fields["Digits"];
        return new()
        {
            DedupeKey = StepKey(request),
            Sender = request.Sender,
            OccurredAt = request.OccurredAt,
            SessionId = request.CallSid,
            Evidence = TwilioPhone.Evidence(request.Fields["From"], "caller-id"),
            Content = digits.Length > 0
                ? [new ChoiceReplyContent { OptionId = digits, Label = digits }]
                : [new TextContent(request.Fields["SpeechResult"])],
        };
    }

    /// <summary>One key, whether the end shows in the status callback or in a Dial's action first.</summary>
    private static SignalReceived Ended(VoiceRequest request) => Signal(request, SignalKind.CallEnded, request.CallSid + ":ended");

    private static SignalReceived Signal(VoiceRequest request, SignalKind signal, string key) => new()
    {
        DedupeKey = key,
        Sender = request.Sender,
        OccurredAt = request.OccurredAt,
        SessionId = request.CallSid,
        Evidence = TwilioPhone.Evidence(request.Fields["From"], "caller-id"),
        Signal = signal,
    };

    private static UnknownEvent Unknown(VoiceRequest request, string reason) =>
        TwilioForm.Unknown(request.Http, request.Fields, reason) with { SessionId = request.CallSid.Length > 0 ? request.CallSid : null };

    private static string StepKey(VoiceRequest request) => $"{request.CallSid}:{request.Step.Event}:{request.Step}";
}
