namespace OmniChannel.Emulator.Calls;

/// <content>Dial: an agent's phone rings, is answered or not, and a talk ends.</content>
internal sealed partial class LiveCall
{
    private AgentPhone? _agent;

    /// <summary>The agent's phone that rings or talks; null for none.</summary>
    public AgentPhone? Agent
    {
        get
        {
            lock (_gate)
            {
                return _agent;
            }
        }
    }

    /// <summary>The agent's words; false when nobody talks with an agent.</summary>
    public bool AgentSpeak(string text)
    {
        if (Agent is not { Answer: { IsCompletedSuccessfully: true, Result: true } })
        {
            return false;
        }

        Hear("agent", text);
        return true;
    }

    /// <summary>Null when the script goes on behind it.</summary>
    private async Task<CallStep?> DialAsync(TwimlVerb.Dial dial, CancellationToken cancellationToken)
    {
        var settings = _equipment.Options.AgentPhones.FirstOrDefault(p => p.Target == dial.Target) ?? new EmulatorAgentPhone { Target = dial.Target };
        var phone = new AgentPhone(dial.Target, settings.Name);
        SetAgent(phone);
        Change(c => c with { Phase = "connecting", Agent = phone.Leg("ringing") });
        Report(dial, phone, "initiated", "initiated");
        Report(dial, phone, "ringing", "ringing");
        var status = "canceled";
        var talked = false;
        try
        {
            status = await RingAsync(phone, settings, dial.Timeout, cancellationToken);
            if (status == "in-progress")
            {
                talked = true;
                Report(dial, phone, "answered", status);
                Change(c => c with { Phase = "talking", Agent = phone.Leg(status) });
                await phone.HungUp.WaitAsync(cancellationToken);
                status = "completed";
            }
        }
        catch (OperationCanceledException) when (WantsEnd())
        {
            status = talked ? "completed" : "canceled";
            LastWord(dial, status, talked);
            throw;
        }
        finally
        {
            status = talked ? "completed" : status;
            SetAgent(null);
            Change(c => c with { Agent = phone.Leg(status) });
            Report(dial, phone, "completed", status);
        }

        return dial.Action is { } action ? new() { Url = action, Fields = Outcome(phone, status, talked) } : null;
    }

    private async Task<string> RingAsync(AgentPhone phone, EmulatorAgentPhone settings, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var ringing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = settings.AnswerDelay ?? _equipment.Options.Pace.AgentAnswer;
        var patience = _equipment.DelayAsync(settings.AnswersItself && delay < timeout ? delay : timeout, ringing.Token);
        var first = await Task.WhenAny(phone.Answer, patience);
        await ringing.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first == patience && settings.AnswersItself && delay < timeout)
        {
            phone.PickUp();
        }

        return !phone.Answer.IsCompletedSuccessfully ? "no-answer" : await phone.Answer ? "in-progress" : "busy";
    }

    /// <summary>The caller is gone: the action is still told, and nobody waits for its answer.</summary>
    private void LastWord(TwimlVerb.Dial dial, string status, bool talked)
    {
        if (dial.Action is { } action && Agent is { } phone)
        {
            var fields = (List<KeyValuePair<string, string>>)[.. CallFields("completed"), .. Outcome(phone, status, talked)];
            _equipment.Work.Run(stopped => _equipment.Webhooks.PostAsync("call", Line.Account, action, fields, stopped));
        }
    }

    private void Report(TwimlVerb.Dial dial, AgentPhone phone, string name, string status)
    {
        if (dial.StatusCallback is not { } url || !dial.StatusEvents.Contains(name))
        {
            return;
        }

        List<KeyValuePair<string, string>> fields =
        [
            new("CallSid", phone.Sid), new("ParentCallSid", Sid), new("CallStatus", status), new("From", dial.CallerId ?? From),
            new("To", phone.Target), new("Direction", "outbound-dial"), new("CallbackSource", "call-progress-events"),
            new("Timestamp", _equipment.Webhooks.Timestamp()),
        ];
        _equipment.Work.Run(stopped => _equipment.Webhooks.PostAsync("agent", Line.Account, url, fields, stopped));
    }

    private static KeyValuePair<string, string>[] Outcome(AgentPhone phone, string status, bool talked) =>
    [
        new("DialCallSid", phone.Sid), new("DialCallStatus", status), new("DialBridged", talked ? "true" : "false"),
    ];

    private void SetAgent(AgentPhone? phone)
    {
        lock (_gate)
        {
            _agent = phone;
        }
    }
}
