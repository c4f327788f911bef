namespace OmniChannel.Simulation.Charts;

/// <summary>Colours and type of charts: ink on paper, and the other way round where the reader prefers dark. Hues tell apart without red and green.</summary>
internal static class ChartStyle
{
    private static readonly (string Light, string Dark)[] Hues =
    [
        ("#3b4252", "#d8dee9"), ("#0b6bcb", "#5eb1ff"), ("#c4560a", "#ff9b52"), ("#0a7d6c", "#3fd0b6"), ("#8a3fa8", "#d28cf0"),
        ("#9a7400", "#f0c94a"), ("#b8336a", "#ff8ab5"), ("#4a7a00", "#a3d65c"), ("#5a6b7b", "#9fb3c8"),
    ];

    public static string Css { get; } = string.Join('\n', [
        "text{font-family:system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;fill:#1d2430}",
        ".page{fill:#fff}.title{font-size:20px;font-weight:600}.sub,.tick{font-size:12px;fill:#5a6472}.sub{font-size:13px}",
        ".head{font-size:13px;font-weight:600}.label{font-size:12px}.grid{stroke:#dfe3e9;stroke-width:1}",
        ".curve{fill:none;stroke-width:2;stroke-linejoin:round}.whisker{stroke-width:6;stroke-linecap:round;opacity:.35}",
        .. Hues.Select((hue, i) => $".c{i}{{fill:{hue.Light}}}.s{i}{{stroke:{hue.Light}}}"),
        "@media (prefers-color-scheme: dark){text{fill:#e8ecf2}.page{fill:#151a21}.sub,.tick{fill:#9aa5b4}.grid{stroke:#2c3440}",
        .. Hues.Select((hue, i) => $".c{i}{{fill:{hue.Dark}}}.s{i}{{stroke:{hue.Dark}}}"),
        "}",
    ]);
}
