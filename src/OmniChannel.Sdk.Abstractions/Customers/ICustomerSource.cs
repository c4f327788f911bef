namespace OmniChannel.Customers;

/// <summary>
/// The application's customer records. Asked once an identifier is verified, or observed by a provider; never for a claimed one.
/// Scoped: resolved anew for each call. A slow or failing source delays nobody: the conversation goes on without it and the look-up
/// is tried again.
/// </summary>
public interface ICustomerSource
{
    /// <summary>The name under which values from here are shown, such as <c>shop-members</c>.</summary>
    string Name { get; }

    /// <summary>The record behind an identifier, or null when there is none.</summary>
    Task<CustomerRecord?> FindAsync(Identifier identifier, CancellationToken cancellationToken);
}
