using System.Globalization;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>样式：what a style, with those it is based on, says of headings, numbering and of how text looks; null where it says nothing.</summary>
internal sealed record WordStyle(string? BasedOn)
{
    public string Name { get; set; } = "";

    public int? Outline { get; set; }

    public bool? Centred { get; set; }

    public bool? Bold { get; set; }

    public bool? Hidden { get; set; }

    public int? Number { get; set; }

    public int? Level { get; set; }

    public WordStyle Over(WordStyle? below) => below is null ? this : this with
    {
        Outline = Outline ?? below.Outline,
        Centred = Centred ?? below.Centred,
        Bold = Bold ?? below.Bold,
        Hidden = Hidden ?? below.Hidden,
        Number = Number ?? below.Number,
        Level = Level ?? below.Level,
    };
}

/// <summary>样式表。</summary>
internal sealed class WordStyles
{
    private const int MostStyles = 20_000;
    private const int DeepestBase = 32;
    private static readonly WordStyle None = new((string?)null);
    private readonly Dictionary<string, WordStyle> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _whole = new(StringComparer.Ordinal);
    private string? _usual;

    /// <summary>读样式表。</summary>
    public static WordStyles Of(WordParts parts)
    {
        var styles = new WordStyles();
        using var x = parts.Open("styles");
        if (x is null)
        {
            return styles;
        }

        for (var at = x.Enter(); styles._own.Count < MostStyles && x.Next(at);)
        {
            if (x is { Word: true, Name: "style" })
            {
                styles.Read(x);
            }
        }

        return styles;
    }

    /// <summary>某个样式; the usual one of paragraphs where none is named.</summary>
    public WordStyle this[string? id] => (id ?? _usual) is { } key ? Whole(key, DeepestBase) : None;

    private WordStyle Whole(string id, int depth)
    {
        if (_whole.TryGetValue(id, out var known))
        {
            return known;
        }

        if (depth == 0 || !_own.TryGetValue(id, out var own))
        {
            return None;
        }

        return _whole[id] = own.Over(own.BasedOn is { } below ? Whole(below, depth - 1) : null);
    }

    private void Read(PartCursor x)
    {
        var id = x["styleId"] ?? "";
        if (x["type"] == "paragraph" && x["default"] is "1" or "true")
        {
            _usual ??= id;
        }

        string? basedOn = null;
        var style = new WordStyle((string?)null);
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "name":
                    style.Name = x.Value ?? "";
                    break;
                case "basedOn":
                    basedOn = x.Value;
                    break;
                case "pPr":
                    Paragraph(x, style);
                    break;
                case "rPr":
                    Run(x, style);
                    break;
                default:
                    break;
            }
        }

        _own.TryAdd(id, style with { BasedOn = basedOn });
    }

    private static void Paragraph(PartCursor x, WordStyle style)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "outlineLvl":
                    style.Outline = Whole(x.Value);
                    break;
                case "jc":
                    style.Centred = x.Value == "center";
                    break;
                case "numPr":
                    for (var inner = x.Enter(); x.Next(inner);)
                    {
                        style.Number = x.Name == "numId" ? Whole(x.Value) : style.Number;
                        style.Level = x.Name == "ilvl" ? Whole(x.Value) : style.Level;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static void Run(PartCursor x, WordStyle style)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            style.Bold = x.Name == "b" ? x.On : style.Bold;
            style.Hidden = x.Name == "vanish" ? x.On : style.Hidden;
        }
    }

    /// <summary>整数; null where it is none.</summary>
    public static int? Whole(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
