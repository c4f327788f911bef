using System.Diagnostics.Metrics;

namespace OmniChannel.Diagnostics;

/// <summary>
/// What a workspace measures of itself, on the meter <c>OmniChannel.Sdk</c> (System.Diagnostics.Metrics, which OpenTelemetry collects). Names and tags
/// hold no address and no text.
/// </summary>
internal sealed class EngineMetrics : IDisposable
{
    public const string MeterName = "OmniChannel.Sdk";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _webhooks;
    private readonly Counter<long> _inputs;
    private readonly Counter<long> _poisoned;
    private readonly KeyValuePair<string, object?> _workspace;

    /// <param name="workspace">The tag of all measurements.</param>
    /// <param name="pending">Inputs and effects under way.</param>
    /// <param name="overdue">How long the oldest thing that is due has waited; zero for none.</param>
    /// <param name="conversations">Conversations in memory.</param>
    public EngineMetrics(WorkspaceId workspace, Func<long> pending, Func<TimeSpan> overdue, Func<int> conversations)
    {
        _workspace = new("workspace", workspace.Value);
        _webhooks = _meter.CreateCounter<long>("omnichannel.webhooks", "{request}", "Webhooks by the status they were answered with; 503 asks the provider to come again.");
        _inputs = _meter.CreateCounter<long>("omnichannel.inputs", "{input}", "Inputs committed, by kind.");
        _poisoned = _meter.CreateCounter<long>("omnichannel.inputs.poisoned", "{input}", "Inputs that failed, were rolled back alone and recorded.");
        _meter.CreateObservableGauge("omnichannel.pending", () => new Measurement<long>(pending(), _workspace), "{item}", "Inputs and effects under way.");
        _meter.CreateObservableGauge(
            "omnichannel.conversations", () => new Measurement<int>(conversations(), _workspace), "{conversation}", "Conversations in memory: the open ones, and those closed a moment ago.");
        _meter.CreateObservableGauge(
            "omnichannel.overdue", () => new Measurement<double>(overdue().TotalSeconds, _workspace), "s", "Age of the oldest thing that is due and has not happened.");
    }

    public void Answered(string channel, int status) => _webhooks.Add(1, _workspace, new("channel", channel), new("status", status));

    public void Committed(string kind, bool isPoisoned)
    {
        _inputs.Add(1, _workspace, new("kind", kind));
        if (isPoisoned)
        {
            _poisoned.Add(1, _workspace);
        }
    }

    public void Dispose() => _meter.Dispose();
}
