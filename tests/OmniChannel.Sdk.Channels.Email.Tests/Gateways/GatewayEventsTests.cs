using OmniChannel.Channels.Email.Tests.Fakes;
using OmniChannel.Channels.Email.Tests.Inbound;

namespace OmniChannel.Channels.Email.Tests.Gateways;

public class GatewayEventsTests
{
    private const string Metadata = "\"Metadata\":{\"omni-message-id\":\"omni.0123456789abcdef0123456789abcdef\"}";

    [Theory]
    [InlineData("processed", "", ReceiptKind.Accepted, null)]
    [InlineData("deferred", "", ReceiptKind.Accepted, null)]
    [InlineData("delivered", "", ReceiptKind.Delivered, null)]
    [InlineData("open", "", ReceiptKind.Read, null)]
    [InlineData("open", ",\"sg_machine_open\":true", ReceiptKind.Delivered, null)]
    [InlineData("click", "", ReceiptKind.Read, null)]
    [InlineData("bounce", ",\"status\":\"5.1.1\",\"type\":\"bounce\",\"reason\":\"550 ann.secret@x.example unknown\"", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("bounce", ",\"type\":\"blocked\"", ReceiptKind.Failed, SendErrorKind.Permanent)]
    [InlineData("dropped", ",\"reason\":\"Unsubscribed Address\"", ReceiptKind.Failed, SendErrorKind.OptedOut)]
    [InlineData("dropped", ",\"reason\":\"Bounced Address\"", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("dropped", ",\"reason\":\"other\"", ReceiptKind.Failed, SendErrorKind.Permanent)]
    public void SendGrid_EventOfAMail_IsItsReceipt(string name, string more, ReceiptKind kind, SendErrorKind? error)
    {
        var receipt = Assert.IsType<DeliveryReceiptReceived>(SendGrid($"\"event\":\"{name}\",\"omni_message_id\":\"{Sample.OurId}\"{more}"));

        Assert.Equal((kind, Sample.OurId, Sample.Customer), (receipt.Receipt, receipt.ProviderMessageId, receipt.Sender));
        Assert.Equal(error, receipt.Error?.Kind);
        Assert.Equal(("sendgrid:ev1", DateTimeOffset.FromUnixTimeSeconds(1772355000)), (receipt.DedupeKey, receipt.OccurredAt));
        Assert.DoesNotContain("ann", receipt.Error?.Reason + receipt.Error?.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spamreport", false)]
    [InlineData("unsubscribe", false)]
    [InlineData("group_unsubscribe", false)]
    [InlineData("group_resubscribe", true)]
    public void SendGrid_Subscription_IsConsent(string name, bool granted)
    {
        var consent = Assert.IsType<ConsentChanged>(SendGrid($"\"event\":\"{name}\""));

        Assert.Equal((granted, Sample.Customer), (consent.Granted, consent.Sender));
    }

    [Theory]
    [InlineData($"\"smtp-id\":\"<{Sample.OurId}>\"", Sample.OurId)]
    [InlineData("\"smtp-id\":\"<x@ismtpd>\",\"sg_message_id\":\"abc-D_e.recvd-12-1-0.0\"", "abc-D_e")]
    [InlineData("\"sg_message_id\":\"14c5d.dfd.64b4.filter0001.16648.0\"", "14c5d.dfd.64b4")]
    public void SendGrid_WithoutOurArgument_TheNextBestIdIsTaken(string fields, string id) =>
        Assert.Equal(id, Assert.IsType<DeliveryReceiptReceived>(SendGrid("\"event\":\"delivered\"," + fields)).ProviderMessageId);

    [Fact]
    public void SendGrid_Batch_KeepsOrderAndWhatIsNew()
    {
        var events = MailParsing.Events(Sample.Post("""[{"event":"delivered","sg_event_id":"1"},{"event":"new","sg_event_id":"2"},7]"""), EmailGateway.SendGrid);

        Assert.Collection(events, e => Assert.IsType<DeliveryReceiptReceived>(e), e => Assert.IsType<UnknownEvent>(e), e => Assert.IsType<UnknownEvent>(e));
        Assert.Equal(3, events.Select(e => e.DedupeKey).Distinct().Count());
    }

    [Theory]
    [InlineData("HardBounce", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("SoftBounce", ReceiptKind.Failed, SendErrorKind.Unreachable)]
    [InlineData("Blocked", ReceiptKind.Failed, SendErrorKind.ContentRefused)]
    [InlineData("SMTPApiError", ReceiptKind.Failed, SendErrorKind.Permanent)]
    [InlineData("Transient", ReceiptKind.Accepted, null)]
    [InlineData("AutoResponder", ReceiptKind.Delivered, null)]
    public void Postmark_Bounce_IsAReceiptByItsType(string type, ReceiptKind kind, SendErrorKind? error)
    {
        var receipt = Assert.IsType<DeliveryReceiptReceived>(Postmark(
            $"\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"{type}\",\"Email\":\"Ann.Secret@X.example\",\"Details\":\"ann\",\"BouncedAt\":\"2026-03-01T08:50:00Z\",{Metadata}"));

        Assert.Equal((kind, Sample.OurId, Sample.Customer), (receipt.Receipt, receipt.ProviderMessageId, receipt.Sender));
        Assert.Equal((error, Sample.Now.AddMinutes(-10)), (receipt.Error?.Kind, receipt.OccurredAt));
        Assert.Equal("postmark:Bounce:42:", receipt.DedupeKey);
    }

    [Fact]
    public void Postmark_Delivery_IsAReceiptOfItsMessage()
    {
        var receipt = Assert.IsType<DeliveryReceiptReceived>(Postmark(
            $"\"RecordType\":\"Delivery\",\"MessageID\":\"{Sample.OurId}\",\"Recipient\":\"ann.secret@x.example\",\"DeliveredAt\":\"2026-03-01T08:50:00Z\""));

        Assert.Equal((ReceiptKind.Delivered, Sample.OurId), (receipt.Receipt, receipt.ProviderMessageId));
    }

    [Theory]
    [InlineData("\"RecordType\":\"SpamComplaint\",\"ID\":1,\"Email\":\"ann.secret@x.example\"", false)]
    [InlineData("\"RecordType\":\"Bounce\",\"ID\":1,\"Type\":\"Unsubscribe\",\"Email\":\"ann.secret@x.example\"", false)]
    [InlineData("\"RecordType\":\"SubscriptionChange\",\"Recipient\":\"ann.secret@x.example\",\"SuppressSending\":true,\"SuppressionReason\":\"ManualSuppression\"", false)]
    [InlineData("\"RecordType\":\"SubscriptionChange\",\"Recipient\":\"ann.secret@x.example\",\"SuppressSending\":false", true)]
    public void Postmark_Subscription_IsConsent(string fields, bool granted)
    {
        var consent = Assert.IsType<ConsentChanged>(Postmark(fields));

        Assert.Equal((granted, Sample.Customer), (consent.Granted, consent.Sender));
    }

    [Fact]
    public void Postmark_SuppressedByABounce_TheAddressIsGone() => Assert.Null(Assert.IsType<AddressChanged>(Postmark(
        "\"RecordType\":\"SubscriptionChange\",\"Recipient\":\"ann.secret@x.example\",\"SuppressSending\":true,\"SuppressionReason\":\"HardBounce\"")).NewSender);

    [Fact]
    public void Postmark_NewRecordType_IsKeptAsUnknown() => Assert.IsType<UnknownEvent>(Postmark("\"RecordType\":\"Later\""));

    private static ChannelEvent SendGrid(string fields) => Assert.Single(MailParsing.Events(
        Sample.Post($"[{{\"email\":\"Ann.Secret@x.example\",\"timestamp\":1772355000,\"sg_event_id\":\"ev1\",{fields}}}]"), EmailGateway.SendGrid));

    private static ChannelEvent Postmark(string fields) => Assert.Single(MailParsing.Events(Sample.Post($"{{{fields}}}"), EmailGateway.Postmark));
}
