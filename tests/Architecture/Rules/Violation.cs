namespace OmniChannel.Architecture.Rules;

/// <summary>One broken rule. Rule and subject are the key of <see cref="Allowed"/>.</summary>
internal sealed record Violation(string Rule, string Subject, string Detail)
{
    public override string ToString() => $"[{Rule}] {Subject}: {Detail}";
}
