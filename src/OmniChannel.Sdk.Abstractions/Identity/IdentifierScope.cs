namespace OmniChannel.Identity;

/// <summary>Within what an identifier's value means one person.</summary>
public enum IdentifierScope
{
    /// <summary>Everywhere: a phone number, an e-mail address.</summary>
    Global,

    /// <summary>Within the workspace: a login, a member number.</summary>
    Workspace,

    /// <summary>Within one channel account: a page-scoped sender id. <see cref="Identifier.Account"/> says which.</summary>
    Account,
}
