using System.Diagnostics;
using OmniChannel.Diagnostics;

namespace OmniChannel.Engagement.Engine;

/// <summary>An event on its way while somebody listens: its span ends with it.</summary>
internal sealed class TracedEnvelope(ChannelInput input, EngineActivity activity) : Envelope(input, activity)
{
    private readonly Activity? _span = EngineTraces.Event(input.Account, input.Event);

    protected override void Ended(InputOutcome? outcome, Exception? failure)
    {
        if (_span is { } span)
        {
            EngineTraces.End(span, outcome?.IsDuplicate == true, (failure ?? outcome?.Failure)?.GetType().Name);
        }
    }
}
