namespace OmniRetail;

/// <summary>Where the demonstration keeps its data: a file of its own in the temporary folder, new at every start unless one is configured.</summary>
internal static class DemoData
{
    public static string ConnectionString(IConfiguration configuration)
    {
        if (configuration["Database"] is { Length: > 0 } kept)
        {
            return $"Data Source={kept}";
        }

        var folder = Directory.CreateTempSubdirectory("omni-retail-").FullName;
        return $"Data Source={Path.Combine(folder, "omni.db")}";
    }
}
