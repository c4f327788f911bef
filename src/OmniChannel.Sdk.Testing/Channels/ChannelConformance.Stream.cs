using System.Text;
using System.Text.Json;
using OmniChannel.Channels;
using OmniChannel.Content;
using OmniChannel.Conversations;
using OmniChannel.Testing.Conformance;
using OmniChannel.Webhooks;

namespace OmniChannel.Testing.Channels;

/// <content>What a stream channel adds: visitors, posts, frames and files.</content>
public sealed partial class ChannelConformance<TOptions>
{
    private static readonly string[] HiddenWords = ["agent-id-7", "reason.hidden", "detail-hidden", "slot-hidden"];

    private IEnumerable<ConformanceCheck> StreamChecks(IChannelAdapter<TOptions> adapter)
    {
        if (adapter is not IStreamChannel<TOptions> || _subject.Stream is not { } described)
        {
            yield break;
        }

        yield return new("Stream_TokenOfASession_IsAccepted", Now(SessionIsAccepted));
        yield return new("Stream_TwoSessions_AreTwoVisitors", Now(() => Verify.That(Session().Visitor!.SenderId != Session().Visitor!.SenderId)));
        yield return new("Stream_DamagedToken_IsRefused", Now(DamagedToken));
        yield return new("Stream_WithoutToken_IsRefused", Now(() => RefusedVisit("", "no token")));
        yield return new("Stream_ExpiredToken_IsRefused", Now(() => RefusedVisit(Session().Token!, "an expired token", later: described.TokenLifetime + TimeSpan.FromSeconds(1))));
        yield return new("Stream_TokenOfAnotherAccount_IsRefused", Now(OtherAccount));
        yield return new("Render_PrivateEntries_AreNeverShown", Now(PrivateEntries));
        yield return new("Render_WhatIsShown_HoldsNoIdsOrReasons", Now(NoIds));
        yield return new("Render_Frames_AreOneLineOfJson", Now(Frames));
        yield return new("Assets_Paths_AreRelativeAndTheFilesOpen", Now(Files));
        foreach (var post in described.Posts)
        {
            yield return new($"Stream_{post.Name}_GivesTheEventsInOrder", Now(() => Same(post.Events, Posted(post))));
            yield return new($"Stream_{post.Name}_BelongsToTheVisitor", Now(() => Owned(post)));
            yield return new($"Stream_{post.Name}CutShort_IsMalformed", Now(() => CutShort(Encoding.UTF8.GetBytes(post.Body), true, body => Posted(post, body: body))));
        }
    }

    private IStreamChannel<TOptions> Stream() => (IStreamChannel<TOptions>)Adapter();

    private StreamVerdict Session() => Stream().Authenticate(StreamRequest("sessions", ""), _account);

    private WebhookRequest StreamRequest(string path, string token, ReadOnlyMemory<byte> body = default, bool inQuery = false, TimeSpan later = default) => new()
    {
        Method = path == "stream" ? "GET" : "POST",
        Url = new($"https://shop.example/omni/channels/{_subject.Account.Channel}/{_subject.Account.Account}/{path}"),
        Path = path,
        Query = new(inQuery ? [new("token", token)] : []),
        Headers = new(inQuery || token.Length == 0 ? [] : [new("Authorization", "Bearer " + token)]),
        Body = body,
        ReceivedAt = _subject.Now + later,
    };

    private void SessionIsAccepted()
    {
        var session = Session();
        Verify.That(session.Visitor is { SenderId.Length: > 0 } && session.Token is { Length: > 0 }, "a visitor and a token from a session");
        foreach (var inQuery in new[] { false, true })
        {
            var visit = Stream().Authenticate(StreamRequest("stream", session.Token!, inQuery: inQuery), _account);
            Verify.Equal(session.Visitor.SenderId, visit.Visitor?.SenderId, "the visitor");
        }
    }

    private void RefusedVisit(string token, string what, ChannelAccountId? account = null, TimeSpan later = default)
    {
        foreach (var path in new[] { "stream", "messages", "acks" })
        {
            foreach (var inQuery in new[] { false, true })
            {
                var verdict = Stream().Authenticate(StreamRequest(path, token, inQuery: inQuery, later: later), _subject.ToAccount(account, later));
                Verify.That(verdict.Visitor is null && verdict.Token is null, $"a refusal of {what} on {path}");
                Verify.That(verdict.Reason is { Length: > 0 } reason && (token.Length == 0 || !reason.Contains(token, StringComparison.Ordinal)), $"a reason for the refusal of {what}, without the token");
                Unseen([verdict.Reason ?? ""]);
            }
        }
    }

    private void DamagedToken()
    {
        var token = Session().Token!;
        foreach (var flipped in Damage.Flips(token).Concat([token + "A", token[..^1], "x", new string('x', token.Length), token + token]))
        {
            RefusedVisit(flipped, "a damaged token");
        }
    }

    private void OtherAccount()
    {
        var other = new ChannelAccountId(_subject.Account.Channel, _subject.Account.Account + "-other");
        RefusedVisit(Session().Token!, "another account's token", other);
    }

    private IReadOnlyList<ChannelEvent> Posted(SamplePost post, StreamVisitor? visitor = null, ReadOnlyMemory<byte>? body = null) =>
        Stream().Parse(StreamRequest(post.Path, "", body ?? Encoding.UTF8.GetBytes(post.Body)), visitor ?? new() { SenderId = "visitor-1" }, _account);

    private void Owned(SamplePost post)
    {
        StableKeys(() => Posted(post));
        var events = Posted(post);
        Verify.That(events.All(e => e.Sender == "visitor-1"), "the authenticated visitor as sender");
        var others = Posted(post, new() { SenderId = "visitor-2" });
        Verify.That(!events.Select(e => e.DedupeKey).Intersect(others.Select(e => e.DedupeKey), StringComparer.Ordinal).Any(), "dedupe keys that no other visitor can choose");
        Verify.That(!post.Body.Contains("visitor-1", StringComparison.Ordinal), "samples that do not name the visitor");
    }

    private StreamEntry Entry(EntryKind kind, ParticipantKind author = ParticipantKind.Agent, MessageContent? content = null) => new()
    {
        Conversation = new(77),
        Sequence = 5,
        AuthorName = "Aiko",
        Entry = new()
        {
            Conversation = new(77),
            Sequence = 5,
            At = _subject.Now,
            RecordedAt = _subject.Now,
            Kind = kind,
            Author = author,
            AuthorId = author is ParticipantKind.Agent or ParticipantKind.Bot ? "agent-id-7" : null,
            Channel = _subject.Account,
            Content = content ?? new TextContent("Hello\nthere"),
            Reason = Explanation.Of("reason.hidden", ("detail", "detail-hidden")),
            Message = new MessageId(4711),
            Slot = "slot-hidden",
            Detail = "detail-hidden",
        },
    };

    private void PrivateEntries()
    {
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            foreach (var author in Enum.GetValues<ParticipantKind>())
            {
                var entry = Entry(kind, author);
                Verify.That(!entry.Entry.IsPrivate || Stream().Render(entry, _account) is null, $"no frame for a private entry ({kind} by {author})");
            }
        }

        Verify.That(Stream().Render(Entry(EntryKind.Note), _account) is null, "no frame for a note");
        Verify.That(Stream().Render(Entry(EntryKind.Message), _account) is not null, "a frame for an agent's message");
        Verify.That(Stream().Render(Entry(EntryKind.Message, ParticipantKind.Customer), _account) is not null, "a frame for the customer's own message");
    }

    private void NoIds()
    {
        foreach (var frame in AllFrames())
        {
            Verify.That(!HiddenWords.Any(w => frame.Data.Contains(w, StringComparison.Ordinal)), "no agent's id, reason, slot or detail in a frame");
            Verify.That(!frame.Data.Contains(new MessageId(4711).ToString(), StringComparison.Ordinal), "no id of an outbound message in a frame");
            Unseen([frame.Data]);
        }
    }

    private void Frames()
    {
        foreach (var frame in AllFrames())
        {
            Verify.That(frame.Event.Length > 0 && !frame.Event.Any(char.IsControl), "an event name of one line");
            Verify.That(!frame.Data.AsSpan().ContainsAny('\r', '\n'), "data of one line");
            using var json = JsonDocument.Parse(frame.Data);
            Verify.Equal(JsonValueKind.Object, json.RootElement.ValueKind, "the data");
        }

        Verify.Same(AllFrames(), AllFrames(), "frames rendered twice");
    }

    private IEnumerable<StreamFrame> AllFrames() =>
        from kind in Enum.GetValues<EntryKind>()
        from author in Enum.GetValues<ParticipantKind>()
        let frame = Stream().Render(Entry(kind, author), _account)
        where frame is not null
        select frame;

    private void Files()
    {
        foreach (var asset in Stream().Assets)
        {
            Verify.That(asset.Path.Length > 0 && asset.Path[0] != '/' && !asset.Path.Contains("..", StringComparison.Ordinal) && !asset.Path.Contains('\\'));
            Verify.That(asset.ContentType.Contains('/'), "a media type");
            for (var i = 0; i < 2; i++)
            {
                using var stream = asset.Open();
                Verify.That(stream.ReadByte() >= 0, $"{asset.Path} to hold something");
            }
        }
    }
}
