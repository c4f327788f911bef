namespace OmniChannel.Routing;

/// <summary>What a profile must be before the engine keeps it: it is read at every match.</summary>
internal static class AgentProfileRules
{
    /// <exception cref="ArgumentException">Something of the profile is wrong; the message names it.</exception>
    public static void Check(AgentProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Id.IsEmpty || string.IsNullOrWhiteSpace(profile.DisplayName))
        {
            throw new ArgumentException("An agent needs an id and a display name.", nameof(profile));
        }

        if (profile.Skills is null || profile.Skills.Any(s => s is null || string.IsNullOrWhiteSpace(s.Skill)))
        {
            throw new ArgumentException("A skill of an agent has a name.", nameof(profile));
        }

        if (profile.ReliefAfter < 0 || profile.ReliefFor < TimeSpan.Zero)
        {
            throw new ArgumentException("The relief of an agent is 0 or more.", nameof(profile));
        }

        if (profile.Capacity < 0)
        {
            throw new ArgumentException("The capacity of an agent is 0 or more.", nameof(profile));
        }

        if (profile.Phone is { } phone && !CanBeDialled(phone))
        {
            throw new ArgumentException("The phone of an agent is tel: with a number in E.164, such as tel:+81312345678, or sip:.", nameof(profile));
        }
    }

    private static bool CanBeDialled(Uri phone) => phone.IsAbsoluteUri && phone.Scheme switch
    {
        "sip" or "sips" => true,
        "tel" => phone.AbsolutePath is ['+', .. { Length: >= 7 and <= 15 } digits] && digits.All(char.IsAsciiDigit),
        _ => false,
    };
}
