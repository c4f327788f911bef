using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OmniChannel.Storage.Sqlite;

/// <summary>Where the file of each workspace is.</summary>
internal sealed class SqliteLocation
{
    private const int LongestPlainName = 100;
    private const int KeptOfLongName = 60;

    private static readonly WorkspaceId Default = new("default");

    private readonly SqliteConnectionStringBuilder _settings;
    private readonly string _defaultFile;

    public SqliteLocation(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _settings = new SqliteConnectionStringBuilder(connectionString);
        var source = _settings.DataSource;
        if (source.Length == 0 || source[0] == ':' || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || _settings.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new ArgumentException(
                "The connection string of a store names a file that can be written, for example 'Data Source=omni.db'. "
                + "For a store in memory there is UseInMemoryStorage.",
                nameof(connectionString));
        }

        _defaultFile = Path.GetFullPath(source);
        _settings.Mode = SqliteOpenMode.ReadWriteCreate;
        _settings.Cache = SqliteCacheMode.Private;
        _settings.Pooling = false;
    }

    public string FileOf(WorkspaceId workspace) => workspace == Default
        ? _defaultFile
        : Path.Combine(
            Path.GetDirectoryName(_defaultFile)!,
            Path.GetFileNameWithoutExtension(_defaultFile) + "." + SafeName(workspace.Value) + ".db");

    public string ConnectionStringOf(string file) => new SqliteConnectionStringBuilder(_settings.ConnectionString) { DataSource = file }.ConnectionString;

    /// <summary>
    /// A file name that no two workspaces share, also where file names ignore case: what is not a small letter, a digit, '-' or '_' is
    /// written as '=' and hexadecimal digits, and a name that grows too long ends in its hash.
    /// </summary>
    internal static string SafeName(string workspace)
    {
        var name = new StringBuilder(workspace.Length);
        foreach (var c in workspace)
        {
            _ = c switch
            {
                (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' => name.Append(c),
                < (char)0x80 => name.Append(CultureInfo.InvariantCulture, $"={(int)c:x2}"),
                _ => name.Append(CultureInfo.InvariantCulture, $"=u{(int)c:x4}"),
            };
        }

        if (name.Length <= LongestPlainName)
        {
            return name.ToString();
        }

        var whole = name.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(whole)).AsSpan(0, 16));
        return string.Concat(whole.AsSpan(0, KeptOfLongName), "=~", hash);
    }
}
