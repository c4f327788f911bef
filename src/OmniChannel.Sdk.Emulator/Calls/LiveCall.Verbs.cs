namespace OmniChannel.Emulator.Calls;

/// <content>The verbs, one after the other; a verb that leads elsewhere ends the script.</content>
internal sealed partial class LiveCall
{
    /// <summary>The caller's keys; they count while the script listens.</summary>
    public bool Press(string keys)
    {
        if (IsSilent())
        {
            return false;
        }

        Hear("caller", keys);
        _input.Press(keys);
        return true;
    }

    /// <summary>The caller's words: an answer while the script listens, a part of the talk with an agent.</summary>
    public bool Speak(string text)
    {
        if (IsSilent())
        {
            return false;
        }

        Hear("caller", text);
        _input.Speak(text);
        return true;
    }

    private async Task<CallStep?> PlayVerbsAsync(IReadOnlyList<TwimlVerb> verbs, CancellationToken cancellationToken)
    {
        foreach (var verb in verbs)
        {
            switch (verb)
            {
                case TwimlVerb.Say or TwimlVerb.Pause:
                    await PromptAsync(verb, cancellationToken);
                    break;
                case TwimlVerb.Gather gather when await GatherAsync(gather, cancellationToken) is { } answered:
                    return answered;
                case TwimlVerb.Dial dial when await DialAsync(dial, cancellationToken) is { } dialled:
                    return dialled;
                case TwimlVerb.Redirect redirect:
                    return new() { Url = redirect.Url };
                case TwimlVerb.Hangup:
                    return null;
            }
        }

        return null;
    }

    private async Task PromptAsync(TwimlVerb verb, CancellationToken cancellationToken)
    {
        if (verb is TwimlVerb.Say say)
        {
            Phase("speaking");
            Hear("line", say.Text, say.Language);
            await _equipment.DelayAsync(_equipment.SpeechOf(say.Text), cancellationToken);
        }
        else if (verb is TwimlVerb.Pause pause)
        {
            Phase("holding");
            await _equipment.DelayAsync(pause.Length * _equipment.Options.Pace.PauseFactor, cancellationToken);
        }
    }

    /// <summary>Null when nothing was said: then the script goes on behind it.</summary>
    private async Task<CallStep?> GatherAsync(TwimlVerb.Gather gather, CancellationToken cancellationToken)
    {
        _input.Clear();
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var prompts = ListenAfterAsync(gather, quiet.Token);
        while (true)
        {
            var (keys, speech, arrived) = _input.Peek();
            if (IsHeard(gather, keys, speech))
            {
                break;
            }

            if (await Task.WhenAny(arrived, prompts) == prompts)
            {
                await prompts;
                return gather is { ActionOnEmptyResult: true, Action: { } url } ? new() { Url = url, Fields = [new("Digits", "")] } : null;
            }
        }

        await quiet.CancelAsync();
        await prompts.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        Phase("listening");
        return await CompleteAsync(gather, cancellationToken);
    }

    private async Task ListenAfterAsync(TwimlVerb.Gather gather, CancellationToken cancellationToken)
    {
        foreach (var prompt in gather.Prompts)
        {
            await PromptAsync(prompt, cancellationToken);
        }

        Phase("listening");
        await _equipment.DelayAsync(gather.Timeout, cancellationToken);
    }

    /// <summary>Waits until no more keys come, or as many as wanted.</summary>
    private async Task<CallStep?> CompleteAsync(TwimlVerb.Gather gather, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (keys, speech, arrived) = _input.Peek();
            var finish = gather.FinishOnKey.Length > 0 ? keys.AsSpan().IndexOfAny(gather.FinishOnKey) : -1;
            var isFull = finish >= 0 || (gather.Keys > 0 && keys.Length >= gather.Keys);
            if (isFull || !await ArrivesAsync(arrived, cancellationToken))
            {
                var digits = finish >= 0 ? keys[..finish] : gather.Keys > 0 && keys.Length > gather.Keys ? keys[..gather.Keys] : keys;
                return Answer(gather, gather.TakesKeys ? digits : "", gather.TakesSpeech ? speech : "");
            }
        }
    }

    private async Task<bool> ArrivesAsync(Task arrived, CancellationToken cancellationToken)
    {
        using var gap = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var silence = _equipment.DelayAsync(_equipment.Options.Pace.InputGap, gap.Token);
        var first = await Task.WhenAny(silence, arrived);
        await gap.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == arrived;
    }

    private static bool IsHeard(TwimlVerb.Gather gather, string keys, string speech) =>
        (gather.TakesKeys && keys.Length > 0) || (gather.TakesSpeech && speech.Length > 0);

    private CallStep Answer(TwimlVerb.Gather gather, string digits, string speech) => new()
    {
        Url = gather.Action ?? Line.Number.VoiceWebhook!,
        Fields = digits.Length > 0 || speech.Length == 0
            ? [new("Digits", digits)]
            : [new("SpeechResult", speech), new("Confidence", "0.92")],
    };

    private bool IsSilent()
    {
        lock (_gate)
        {
            return _finished || !_answered;
        }
    }
}
