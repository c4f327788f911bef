namespace OmniChannel.Conformance;

/// <summary>A way in which a store could be wrong.</summary>
public enum StoreFault
{
    HeadNotChecked,
    LeaseNotChecked,
    InboxNotUnique,
    RemovedRowsStay,
    ParentOrderReversed,
    ConversationFromFirstEntryOnly,
    ResidentsLeftOut,
    WorkspacesMixed,
    EmptyPayloadLost,
    AnswersLost,
}
