namespace IdentityLab;

/// <summary>What the user can put right, in one line.</summary>
public sealed class LabException(string message) : Exception(message);
