using System.Security.Cryptography;

namespace OmniChannel.Emulator;

/// <summary>Ids as providers make them. Random, because applications remember them longer than the emulator lives.</summary>
internal static class EmulatorIds
{
    public static string Sid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
