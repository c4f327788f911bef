namespace OmniChannel.Architecture.Rules;

/// <summary>The exceptions, each with its reason. A new line here is a decision: say why it serves a reader better than the rule.</summary>
internal static class Allowed
{
    public static readonly IReadOnlyDictionary<(string Rule, string Subject), string> Reasons =
        new Dictionary<(string, string), string>
        {
            [("port", "OmniChannel.IOmniChannel")] = "The front door, not a port: applications call it, nobody else implements it.",
        };

    public static bool Is(Violation violation) => Reasons.ContainsKey((violation.Rule, violation.Subject));
}
