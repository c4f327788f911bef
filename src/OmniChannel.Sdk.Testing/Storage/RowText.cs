using System.Globalization;
using System.Security.Cryptography;
using OmniChannel.Storage;

namespace OmniChannel.Testing.Storage;

/// <summary>Rows as short texts that are equal exactly when every column is, bytes included.</summary>
internal static class RowText
{
    public static string Of(StateRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Key.Table}/{row.Key.Key} parent={row.Parent} resident={row.IsResident} applied={row.AppliedSequence} value={Of(row.Value)}");

    public static string Of(InboxRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{row.Key.High}:{row.Key.Low} sequence={row.Sequence} at={row.At.UtcTicks} answer={Of(row.Answer)}");

    public static string Of(JournalRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Sequence} {row.InputKind} at={row.At.UtcTicks} conversation={row.Conversation}/{row.FirstEntry} ")
        + string.Create(CultureInfo.InvariantCulture, $"subject={row.Subject} payload={Of(row.Payload)} facts=[{Of(row.Facts)}]");

    private static string Of(IReadOnlyList<FactRecord> facts) =>
        string.Join(", ", facts.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Kind} v{f.Version} {Of(f.Body)}")));

    private static string Of(ReadOnlyMemory<byte> bytes) => bytes.Length <= 16
        ? Convert.ToHexStringLower(bytes.Span)
        : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes {Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 8))}");
}
