using Mingzhang.Pdf.Writing.Structure;
using Mingzhang.Pdf.Writing.Tables;
using Mingzhang.Pdf.Writing.Typefaces;
using Look = Mingzhang.Pdf.Writing.Flow.ParagraphFlow.Look;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>排书：blocks into pages. A book with contents is set twice: the second time the pages of the headings are known.</summary>
internal sealed class BookFlow(PdfBook book, FontCase fonts, Dictionary<PdfTable, TablePlan> plans, IReadOnlyList<HeadingMark> known)
{
    private const double SmallTable = 0.4;
    private readonly Pages _pages = new(book, fonts);

    public Pages Pages => _pages;

    public Tag Root { get; } = new("Document", null);

    public static BookFlow Run(PdfBook book, FontCase fonts)
    {
        var plans = new Dictionary<PdfTable, TablePlan>(ReferenceEqualityComparer.Instance);
        var flow = new BookFlow(book, fonts, plans, [.. book.Sections.SelectMany(s => s.Blocks).Select(Unplaced).OfType<HeadingMark>()]);
        flow.Run();
        if (book.Sections.Any(s => s.Blocks.Any(b => b is PdfContents)))
        {
            flow = new BookFlow(book, fonts, plans, flow._pages.Headings);
            flow.Run();
        }

        return flow;
    }

    private static HeadingMark? Unplaced(PdfBlock block) => block switch
    {
        PdfHeading heading => new HeadingMark(heading.Level, heading.Text, 0, 0, new Tag("H", null)),
        PdfTable { Level: { } level } table => new HeadingMark(level, table.Listed, 0, 0, new Tag("Table", null)),
        _ => null,
    };

    private void Run()
    {
        foreach (var section in book.Sections)
        {
            _pages.Enter(section);
            if (section.Centred)
            {
                _pages.Y += Math.Max(0, (_pages.Room - section.Blocks.Sum(Extent)) * 0.4);
            }

            for (var i = 0; i < section.Blocks.Count; i++)
            {
                Place(section, i);
            }
        }

        PageFurniture.Draw(book, _pages);
    }

    private void Place(PdfSection section, int at)
    {
        var block = section.Blocks[at];
        if (block is not PdfPageBreak)
        {
            _pages.Face(Landscape(section, at));
        }

        switch (block)
        {
            case PdfPageBreak:
                if (!_pages.AtTop)
                {
                    _pages.Turn();
                }

                break;
            case PdfTitle title:
                ParagraphFlow.Place(title.Text, TitleLook, _pages, Root.Child("P"), whole: true);
                _pages.Y += Style.BodyLeading / 2;
                break;
            case PdfHeading heading:
                Place(heading, section, at);
                break;
            case PdfParagraph paragraph:
                Together(paragraph, at + 1 < section.Blocks.Count ? section.Blocks[at + 1] as PdfParagraph : null);
                ParagraphFlow.Place(paragraph.Text, LookOf(paragraph), _pages, Root.Child("P"));
                break;
            case PdfContents contents:
                ContentsFlow.Place(contents, _pages, known, Root, TitleLook, LookOf(new PdfParagraph("")) with { Size = Style.ContentsSize, Leading = Style.ContentsLeading });
                break;
            case PdfTable table:
                Place(table);
                break;
        }
    }

    private PdfStyle Style => book.Style;

    private Look TitleLook => new(PdfFontRole.Title, Style.TitleSize, Style.TitleSize * 1.6, PdfAlign.Center, Indented: false, fonts.Alike(PdfFontRole.Title, PdfFontRole.Body));

    private Look LookOf(PdfHeading heading)
    {
        var role = heading.Level == 2 ? PdfFontRole.Emphasis : PdfFontRole.Heading;
        return new Look(role, Style.BodySize, Style.BodyLeading, PdfAlign.Left, Indented: true, fonts.Alike(role, PdfFontRole.Body));
    }

    private Look LookOf(PdfParagraph p) => new(p.Role, Style.BodySize, Style.BodyLeading, p.Align == PdfAlign.Automatic ? PdfAlign.Justify : p.Align, p.Indented, p.Bold);

    private TablePlan PlanOf(PdfTable table) => plans.TryGetValue(table, out var plan) ? plan : plans[table] = TablePlan.Make(table, _pages);

    /// <summary>页面方向：a table's is its own, and the headings before it go with it.</summary>
    private bool Landscape(PdfSection section, int at)
    {
        while (at < section.Blocks.Count - 1 && section.Blocks[at] is PdfHeading)
        {
            at++;
        }

        return section.Blocks[at] is PdfTable table ? PlanOf(table).Landscape : section.Landscape;
    }

    private void Place(PdfHeading heading, PdfSection section, int at)
    {
        var look = LookOf(heading);
        var need = 0.0;
        for (var i = at; i < section.Blocks.Count && need < _pages.PageRoom; i++)
        {
            need += Lead(section.Blocks[i]);
            if (section.Blocks[i] is not PdfHeading)
            {
                break;
            }
        }

        _pages.Need(Math.Min(need, _pages.PageRoom));
        var tag = Root.Child("H" + Math.Clamp(heading.Level, 1, 6).ToString(System.Globalization.CultureInfo.InvariantCulture), title: heading.Text);
        _pages.Add(new HeadingMark(heading.Level, heading.Text, _pages.Current.Index, _pages.Y, tag));
        ParagraphFlow.Place(heading.Text, look, _pages, tag, whole: true);
    }

    /// <summary>落款不单独成页：what is kept with the paragraph before it takes that one along to the next page.</summary>
    private void Together(PdfParagraph paragraph, PdfParagraph? next)
    {
        if (next is { KeptWithPrevious: true } && Extent(paragraph) is var height && height <= _pages.Room && height + Extent(next) <= _pages.PageRoom)
        {
            _pages.Need(height + Extent(next));
        }
    }

    private void Place(PdfTable table)
    {
        var plan = PlanOf(table);
        _pages.Need(Math.Min(_pages.PageRoom, Opening(plan)));
        var tag = Root.Child("Table");
        if (table.Level is { } level)
        {
            _pages.Add(new HeadingMark(level, table.Listed, _pages.Current.Index, _pages.Y, tag));
        }

        CaptionFlow.Place(plan, _pages, tag);
        if (plan.Rows > 0)
        {
            TableFlow.Place(plan, _pages, tag);
        }

        CaptionFlow.Notes(plan, _pages, Root);
        _pages.Y += Style.BodyLeading / 2;
    }

    /// <summary>表的开头：a small table is not torn apart; of a large one the header and the first row.</summary>
    private double Opening(TablePlan plan)
    {
        var whole = TableFlow.WholeHeight(plan);
        return CaptionFlow.Height(plan, _pages) + (whole <= _pages.PageRoom * SmallTable ? whole : TableFlow.LeadHeight(plan));
    }

    /// <summary>开头的高：what must stand on the page of the heading before it.</summary>
    private double Lead(PdfBlock block) => block switch
    {
        PdfHeading heading => Extent(heading),
        PdfTable table => Opening(PlanOf(table)),
        PdfParagraph paragraph => Math.Min(2 * Style.BodyLeading, Extent(paragraph)),
        _ => 0,
    };

    private double Extent(PdfBlock block) => block switch
    {
        PdfTitle title => Extent(title.Text, TitleLook) + (Style.BodyLeading / 2),
        PdfHeading heading => Extent(heading.Text, LookOf(heading)),
        PdfParagraph paragraph => Extent(paragraph.Text, LookOf(paragraph)),
        _ => 0,
    };

    private double Extent(string text, Look look) => ParagraphFlow.Lines(text, look, _pages.Width, fonts).Count * look.Leading;
}
