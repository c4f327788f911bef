using OmniChannel.Engagement;

namespace OmniChannel;

/// <summary>Messages that the application sends.</summary>
public interface IMessages
{
    /// <summary>Sends to whoever an observed or proved identifier names. Ends after the commit, with the decision and not with delivery.</summary>
    Task<Decision> SendAsync(SendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Decides about a message of which nobody knows whether the provider took it: send it again, or take it as sent.</summary>
    Task<Decision> ResolveAsync(MessageId message, bool sendAgain, CancellationToken cancellationToken = default);
}
