namespace OmniChannel.Identity.Matching.Blocking;

/// <summary>What of a field's value a blocking key takes.</summary>
internal enum KeyPart
{
    Whole,
    Sound,
    Start,
    End,
    Initial,
    Year,
    YearMonth,
    MonthDay,
    YearDay,
    Local,
    LocalLetters,
    FirstWord,
    Letters,

    /// <summary>Both fields of a swappable pair, in either order.</summary>
    BothWhole,
    BothSound,
}
