namespace OmniChannel.Simulation.Engine;

/// <summary>The kinds of entries in the calendar.</summary>
internal enum Happening
{
    /// <summary>The next contact of a class; the subject is the class.</summary>
    Arrival,

    /// <summary>A service ends; the subject is the contact.</summary>
    Completion,

    /// <summary>A wrap-up ends; the subject is the contact.</summary>
    WrapUpEnds,

    /// <summary>An agent accepts; the subject is the contact, the stamp tells the offer from a later one.</summary>
    Accept,

    /// <summary>An agent declines; as with <see cref="Accept"/>.</summary>
    Decline,

    /// <summary>A wait was too long; the subject is the contact, the stamp tells it from a later user of its place.</summary>
    Abandonment,

    /// <summary>A customer tries again; the subject is the class.</summary>
    Retry,

    /// <summary>A shift begins; the subject is the group.</summary>
    ShiftBegins,

    /// <summary>A shift ends; the subject is the group.</summary>
    ShiftEnds,

    /// <summary>Time alone may change something in the core.</summary>
    Due,

    /// <summary>The next batch with a horizon, or its end; the subject is the batch's number.</summary>
    Section,
}
