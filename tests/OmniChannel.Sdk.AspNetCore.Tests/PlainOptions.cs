namespace OmniChannel.AspNetCore.Tests;

/// <summary>Options of the test channel.</summary>
internal sealed class PlainOptions
{
    public string Key { get; set; } = "";
}
