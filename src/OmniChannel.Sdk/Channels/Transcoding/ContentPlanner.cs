using System.Globalization;

namespace OmniChannel.Channels.Transcoding;

/// <summary>Turns content and capabilities into what the channel can carry. Pure: the same input, the same plan.</summary>
internal static class ContentPlanner
{
    public static RenderPlan Plan(MessageContent content, ChannelCapabilities capabilities)
    {
        return content switch
        {
            TextContent text => new() { Parts = [.. TextSplitter.Split(text.Text, capabilities.Text).Select(t => new TextContent(t))] },
            ChoiceContent choice => Choice(choice, capabilities),
            ListContent list => List(list, capabilities),
            CardContent card when capabilities.MaxCards == 0 => Card(card, capabilities),
            CarouselContent carousel when carousel.Cards.Count > capabilities.MaxCards => Carousel(carousel, capabilities),
            MediaContent media when !Carries(capabilities.Media, media) => AsText(media, Link(media.Source, media.Caption ?? media.FileName), "link", capabilities),
            LocationContent place when !capabilities.Locations => AsText(place, Link(MapLink(place), place.Name), "link", capabilities),
            ContactContent contact when !capabilities.Contacts => AsText(contact, Lines([contact.DisplayName, .. contact.Phones, .. contact.Emails]), "text", capabilities),
            _ => new() { Parts = [content] },
        };
    }

    private static RenderPlan Choice(ChoiceContent choice, ChannelCapabilities capabilities)
    {
        var limit = capabilities.Choice;
        var fits = limit is not null && choice.Options.Count <= limit.MaxOptions && choice.Options.All(o => TextMeasure.Fits(o.Label, limit.Label));
        return fits ? new() { Parts = [choice] } : AsText(choice, Lines([choice.Text, .. Numbered(choice.Options, 1)]), "numbered", capabilities);
    }

    private static RenderPlan List(ListContent list, ChannelCapabilities capabilities)
    {
        var options = list.Sections.SelectMany(s => s.Options).ToList();
        var limit = capabilities.List;
        if (limit is not null && options.Count <= limit.MaxOptions && options.TrueForAll(o => TextMeasure.Fits(o.Label, limit.Label)))
        {
            return new() { Parts = [list] };
        }

        var lines = new List<string> { list.Text };
        var number = 1;
        foreach (var section in list.Sections)
        {
            if (section.Title.Length > 0)
            {
                lines.Add(section.Title);
            }

            lines.AddRange(Numbered(section.Options, number));
            number += section.Options.Count;
        }

        return AsText(list, Lines(lines), "numbered", capabilities);
    }

    private static RenderPlan Card(CardContent card, ChannelCapabilities capabilities)
    {
        var parts = new List<MessageContent>();
        if (card.Image is { } image)
        {
            parts.AddRange(Plan(new MediaContent { Media = MediaKind.Image, Source = image, Caption = card.Title }, capabilities).Parts);
        }

        var text = card.Text is null ? card.Title : $"{card.Title}\n\n{card.Text}";
        MessageContent rest = card.Options.Count == 0 ? new TextContent(text) : new ChoiceContent { Text = text, Options = card.Options };
        parts.AddRange(Plan(rest, capabilities).Parts);
        return new() { Parts = [.. parts], Losses = [new() { Kind = "card", What = "split" }] };
    }

    private static RenderPlan Carousel(CarouselContent carousel, ChannelCapabilities capabilities) => new()
    {
        Parts = [.. carousel.Cards.SelectMany(c => Plan(c, capabilities).Parts)],
        Losses = [new() { Kind = "carousel", What = "split" }],
    };

    private static RenderPlan AsText(MessageContent content, string text, string what, ChannelCapabilities capabilities) => new()
    {
        Parts = [.. TextSplitter.Split(text, capabilities.Text).Select(t => new TextContent(t))],
        Losses = [new() { Kind = KindOf(content), What = what }],
    };

    private static bool Carries(MediaLimit? limit, MediaContent media) =>
        limit is not null && limit.Kinds.Contains(media.Media) && (media.Length ?? 0) <= limit.MaxBytes;

    private static IEnumerable<string> Numbered(IEnumerable<ChoiceOption> options, int first) =>
        options.Select((o, i) => string.Create(CultureInfo.InvariantCulture, $"{first + i}. {o.Label}"));

    private static Uri MapLink(LocationContent place) =>
        new(string.Create(CultureInfo.InvariantCulture, $"https://www.openstreetmap.org/?mlat={place.Latitude}&mlon={place.Longitude}"));

    private static string Link(Uri link, string? label) => label is null ? link.ToString() : $"{label}: {link}";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string KindOf(MessageContent content) => content.GetType().Name.Replace("Content", "", StringComparison.Ordinal).ToLowerInvariant();
}
