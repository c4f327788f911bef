using System.Net.Sockets;
using System.Security.Authentication;

namespace OmniChannel.Channels.Email.Smtp;

/// <summary>
/// Submits one mail per connection (RFC 5321, 6409). Safe to call from many threads. The result says whether the server has
/// the mail, certainly has not, or may have (<see cref="SmtpOutcome.Ambiguous"/>: the content was out and the verdict got
/// lost). It never retries. One refused recipient refuses the mail for all, so that trying again cannot deliver twice.
/// </summary>
internal sealed class SmtpSubmissionClient(SmtpClientSettings settings, TimeProvider time)
{
    /// <exception cref="OperationCanceledException">
    /// The caller's token, once the end of the content may have reached the server: the mail may have been accepted.
    /// </exception>
    public async Task<SmtpResult> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var content = SmtpContent.From(message.Span);
        var session = new SmtpSession(settings, time, envelope, content);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                return await session.RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested || session.HasCertainlyNotDelivered)
            {
                return session.Lost("The server did not answer in time.");
            }
            catch (AuthenticationException)
            {
                return session.Stopped(SmtpOutcome.Insecure, "TLS failed or the server's certificate is not trusted.");
            }
            catch (SmtpProtocolException e)
            {
                return session.Lost(e.Message);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return session.Lost("The connection failed.");
            }
        }
    }
}
