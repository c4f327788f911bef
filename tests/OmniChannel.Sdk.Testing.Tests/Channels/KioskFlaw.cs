namespace OmniChannel.Testing.Tests.Channels;

/// <summary>What may be wrong with a kiosk adapter.</summary>
public enum KioskFlaw
{
    None,
    AcceptsAnything,
    SignsTheTimeOnly,
    ComparesParsedJson,
    ThrowsWithoutHeader,
    IgnoresAge,
    ForgetsTheReason,
    MakesUpKeys,
    LosesTheSecondEvent,
    DropsUnknownKinds,
    LetsExceptionsEscape,
    TakesFileAddresses,
    AsksTheProviderWhileParsing,
    DescribesByTheClock,
    ForgetsTheWindow,
    Retries,
    SwallowsCancellation,
    ForgetsTheIdempotencyKey,
    CutsLongTexts,
    MistakesThrottling,
    ForgetsRetryAfter,
    TakesAResetForFinal,
    KeysReceiptsByMessage,
    PromisesReadReceipts,
    TellsTheSecret,
    LogsTheSecret,
    LogsTheAddress,
}
