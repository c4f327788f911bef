namespace OmniChannel.Samples;

/// <summary>Each sample in a process of its own, as its reader starts it.</summary>
public sealed class SampleRunTests
{
    [Fact]
    public async Task HelloConversation_Run_PrintsBothSidesOfOneTimeline()
    {
        var output = await RunAsync("HelloConversation");

        Assert.Contains("Offered to Yuki: Where is my order?", output, StringComparison.Ordinal);
        Assert.Contains("On the customer's phone: It arrives tomorrow.", output, StringComparison.Ordinal);
        Assert.Matches("Message +Customer +Where is my order\\?", output);
        Assert.Matches("Message +Agent +It arrives tomorrow\\.", output);
    }

    [Fact]
    public async Task CustomChannel_Run_TakesSignedWebhooksOnceAndSendsChoices()
    {
        var output = await RunAsync("CustomChannel");

        Assert.Contains("Signed with a wrong key: 401", output, StringComparison.Ordinal);
        Assert.Contains("Somebody writes: 200, and again: 200", output, StringComparison.Ordinal);
        Assert.Contains("At the kiosk: What is it about? [My order] [A size], in session-1", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), line => line.Contains("Customer", StringComparison.Ordinal) && line.Contains("I need help", StringComparison.Ordinal));
        Assert.Matches("Delivery .*Delivered", output);
        Assert.Matches("Customer +My order", output);
    }

    [Fact]
    public async Task CustomChannel_RunConformance_ReportsEveryCheck()
    {
        var output = await RunAsync("CustomChannel", "conformance");

        Assert.Contains($"{CustomChannel.KioskConformance.Checks.Count} ok, 0 failed", output, StringComparison.Ordinal);
        Assert.Equal(CustomChannel.KioskConformance.Checks.Count, output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    private static async Task<string> RunAsync(string sample, params string[] arguments)
    {
        var (code, output, error) = await SampleProcess.RunAsync(sample, AppContext.BaseDirectory, arguments);
        Assert.True(code == 0, $"{sample} ended with {code}: {error}");
        return output;
    }
}
