using System.Globalization;

namespace OmniChannel.Channels.Twilio;

/// <summary>A voice webhook, read once.</summary>
internal sealed class VoiceRequest
{
    public required WebhookRequest Http { get; init; }

    public required WebhookValues Fields { get; init; }

    public required VoiceStep Step { get; init; }

    /// <summary>True for a report about the agent's leg of the call.</summary>
    public bool IsAgentLeg => Step.Event == VoiceStep.Agent;

    /// <summary>The caller's call, also in a report about the agent's leg.</summary>
    public string CallSid => IsAgentLeg ? Fields["ParentCallSid"] : Fields["CallSid"];

    public string Status => Fields["CallStatus"];

    public bool IsOver => Status is "completed" or "busy" or "failed" or "no-answer" or "canceled";

    /// <summary>True when Twilio reports and wants no instructions.</summary>
    public bool IsReport => IsAgentLeg || (Step.Event.Length == 0 && (IsOver || Fields["CallbackSource"].Length > 0));

    /// <summary>Withheld numbers share no sender: every such call is somebody else's.</summary>
    public string Sender => TwilioPhone.IsWithheld(Fields["From"]) ? "call:" + CallSid : Fields["From"];

    /// <summary>Progress reports carry a time (RFC 2822, UTC); nothing else does.</summary>
    public DateTimeOffset OccurredAt =>
        DateTimeOffset.TryParse(Fields["Timestamp"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Http.ReceivedAt;

    public static VoiceRequest Read(WebhookRequest request)
    {
        var fields = TwilioForm.Read(request);
        return new() { Http = request, Fields = fields, Step = VoiceStep.Read(request, fields) };
    }
}
