namespace OmniChannel.Storage;

/// <summary>A table that can take back its newest change, or forget how to take back its oldest.</summary>
internal interface IUndoTable
{
    void UndoLast();

    void ForgetFirst();
}
