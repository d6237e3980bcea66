namespace Mingzhang.Documents.Formats.Word;

/// <summary>段落的属性：style, numbering and alignment as the paragraph itself and its style say.</summary>
internal sealed class ParagraphLook
{
    private const int BodyText = 9;

    public string? StyleId { get; private set; }

    public WordStyle Style { get; private set; } = new((string?)null);

    public int? Number { get; private set; }

    public int? Level { get; private set; }

    public int? Outline { get; private set; }

    public bool? Centred { get; private set; }

    /// <summary>段落标记是否已删去: the next paragraph goes on in the same line.</summary>
    public bool Joined { get; private set; }

    /// <summary>是否在此分节。</summary>
    public bool Section { get; private set; }

    /// <summary>是否标题: by outline level, or by the name of its style.</summary>
    public bool Heading => (Outline ?? Style.Outline) is >= 0 and < BodyText || Style.Name is "Title" or "Subtitle" or "标题" or "副标题";

    /// <summary>是否目录条目。</summary>
    public bool Contents => Style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || Style.Name.StartsWith("目录", StringComparison.Ordinal);

    public bool IsCentred => Centred ?? Style.Centred ?? false;

    /// <summary>读属性。</summary>
    public static ParagraphLook Of(PartCursor? x, WordStyles styles, WordTally tally)
    {
        var look = new ParagraphLook();
        if (x is not null)
        {
            for (var at = x.Enter(); x.Next(at);)
            {
                look.Read(x, tally);
            }
        }

        look.Style = styles[look.StyleId];
        return look;
    }

    private void Read(PartCursor x, WordTally tally)
    {
        switch (x.Name)
        {
            case "pStyle":
                StyleId = x.Value;
                break;
            case "outlineLvl":
                Outline = WordStyles.Whole(x.Value);
                break;
            case "jc":
                Centred = x.Value == "center";
                break;
            case "numPr":
                for (var at = x.Enter(); x.Next(at);)
                {
                    Number = x.Name == "numId" ? WordStyles.Whole(x.Value) : Number;
                    Level = x.Name == "ilvl" ? WordStyles.Whole(x.Value) : Level;
                }

                break;
            case "sectPr":
                Section = true;
                break;
            case "rPr":
                for (var at = x.Enter(); x.Next(at);)
                {
                    var gone = x.Name is "del" or "moveFrom";
                    Joined |= gone;
                    tally.Revisions += gone || x.Name is "ins" or "moveTo" ? 1 : 0;
                }

                break;
            default:
                break;
        }
    }
}
