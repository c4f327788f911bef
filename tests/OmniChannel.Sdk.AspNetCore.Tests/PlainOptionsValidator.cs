using Microsoft.Extensions.Options;

namespace OmniChannel.AspNetCore.Tests;

/// <summary>The key is needed.</summary>
internal sealed class PlainOptionsValidator : IValidateOptions<PlainOptions>
{
    public ValidateOptionsResult Validate(string? name, PlainOptions options) =>
        options.Key.Length > 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Key: one is needed");
}
