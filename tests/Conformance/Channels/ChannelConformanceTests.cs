using System.Reflection;
using OmniChannel.Channels;

namespace OmniChannel.Conformance.Channels;

public sealed class ChannelConformanceTests
{
    public static TheoryData<string, string> Checks =>
        [.. ShippedChannel.All.SelectMany(c => c.Checks.Select(check => new TheoryDataRow<string, string>(c.Name, check.Name)))];

    [Theory]
    [MemberData(nameof(Checks))]
    public Task B1_Channel_Check_Passes(string channel, string check) =>
        ShippedChannel.All.Single(c => c.Name == channel).Checks.Single(c => c.Name == check).RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public void ShippedAdapters_WithoutConformanceTest_AreNone()
    {
        var shipped = Directory.GetFiles(AppContext.BaseDirectory, "OmniChannel.Sdk.Channels.*.dll")
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false } && Array.Exists(type.GetInterfaces(), IsAdapter))
            .ToList();
        Assert.NotEmpty(shipped);
        var missing = shipped.Except(ShippedChannel.All.Select(c => c.Adapter)).Select(type => type.FullName!).Order(StringComparer.Ordinal);
        Assert.True(!missing.Any(), $"Adapters that {nameof(ShippedChannel)}.{nameof(ShippedChannel.All)} leaves out: {string.Join(", ", missing)}");
    }

    private static bool IsAdapter(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IChannelAdapter<>);
}
