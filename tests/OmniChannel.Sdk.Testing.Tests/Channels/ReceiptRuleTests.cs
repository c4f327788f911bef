using OmniChannel.Channels;
using OmniChannel.Conversations;
using OmniChannel.Testing.Channels;

namespace OmniChannel.Testing.Tests.Channels;

public sealed class ReceiptRuleTests
{
    [Theory]
    [InlineData(DeliveryState.Delivered, ReceiptKind.Sent, DeliveryState.Delivered)]
    [InlineData(DeliveryState.Failed, ReceiptKind.Delivered, DeliveryState.Failed)]
    [InlineData(DeliveryState.Read, ReceiptKind.Failed, DeliveryState.Failed)]
    [InlineData(DeliveryState.Unknown, ReceiptKind.Accepted, DeliveryState.Sent)]
    [InlineData(DeliveryState.Held, ReceiptKind.Read, DeliveryState.Held)]
    public void Next_MovesForwardOnly(DeliveryState state, ReceiptKind receipt, DeliveryState expected) => Assert.Equal(expected, ReceiptRule.Next(state, receipt));
}
