namespace OmniChannel.Channels.Email.Smtp;

/// <summary>The peer does not speak SMTP, or stopped speaking. Never leaves the client.</summary>
internal sealed class SmtpProtocolException(string message) : IOException(message);
