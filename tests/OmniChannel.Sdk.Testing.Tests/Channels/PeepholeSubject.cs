using OmniChannel.Channels;
using OmniChannel.Testing.Channels;

namespace OmniChannel.Testing.Tests.Channels;

internal static class PeepholeSubject
{
    public static ChannelUnderTest<PeepholeOptions> Create(PeepholeFlaw flaw) => new()
    {
        Account = new(new("peephole"), "door"),
        Options = new(),
        Secrets = ["peephole-secret"],
        CreateAdapter = (_, _) => new PeepholeChannel(flaw),
        Stream = new()
        {
            TokenLifetime = TimeSpan.FromHours(1),
            Posts =
            [
                new()
                {
                    Name = "Text", Path = "messages", Body = """{"id":"c-1","from":"mallory","text":"hi"}""",
                    Events = [new() { Kind = typeof(MessageReceived), Text = "hi" }],
                },
            ],
        },
    };
}
