using Microsoft.Extensions.Options;

namespace CustomChannel;

/// <summary>Checked at start; the code is generated, so that trimming does no harm.</summary>
[OptionsValidator]
public sealed partial class KioskOptionsValidator : IValidateOptions<KioskOptions>;
