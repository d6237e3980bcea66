using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>阅读：paper to disclosure. Tables and sentences both become statements at points; what cannot be bound is listed.</summary>
public static class Reader
{
    /// <summary>读懂一份文件。</summary>
    public static Disclosure Read(PaperDocument paper, Library library) => Read(paper, library, ReadingChoice.None);

    /// <summary>读懂一份文件; what the user says of it counts before what it says itself.</summary>
    public static Disclosure Read(PaperDocument paper, Library library, ReadingChoice choice) => Read(paper, library, choice, []);

    /// <summary>读懂一份文件; its sentences also know the codes that tables in other files print.</summary>
    public static Disclosure Read(PaperDocument paper, Library library, ReadingChoice choice, IReadOnlyList<Table> learnt)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(learnt);
        paper = EntryReading.Is(paper) ? EntryReading.Document(paper, library) : paper;
        var regions = Regions.Of(paper with { Blocks = ShortRows.Rejoined(paper, library) }, library);
        var identity = Identity.Find([.. regions.Narrative.Select(l => l.Text)], [.. regions.Tables.SelectMany(t => t.Captions.Select(c => c.Text).Append(t.Title))], library, choice);
        var context = new ReadingContext(paper, library, identity);

        // Tables first: the names that they print say what the sentences name. The statements are then put in the order of the document's parts.
        var tables = regions.Tables.Select((r, i) => new TableReader(context, r, i + 1).Read()).ToList();
        context.Codes.Learn(tables);
        context.Codes.Learn(learnt);
        var printed = context.Statements.Count;
        var outliner = new Outliner(context);
        var sections = outliner.Read(regions.Narrative);
        var narrative = new NarrativeReader(context);
        foreach (var paragraph in outliner.Paragraphs)
        {
            narrative.Read(paragraph);
        }

        DroppedZeros.Restore(context);
        Divisions.List(context);
        ThisYear.Mark(context, regions.Narrative.Select(l => l.Text), tables);
        var units = tables.Select(t => t.Unit).OfType<MoneyUnit>().Distinct().ToList();
        return new Disclosure
        {
            Facts = new DocumentFacts
            {
                Id = paper.ContentId,
                Name = paper.Name,
                Kind = identity.Kind,
                Scope = identity.Scope,
                Entity = identity.Entity,
                Year = identity.Year,
                Book = identity.Book?.Key,
                BookConfidence = identity.Confidence,
                MoneyUnit = units.Count == 1 ? units[0] : null,
                Encoding = paper.Encoding,
                Format = paper.Format,
                Pages = paper.Pages.Count == 0 ? null : paper.Pages.Count,
                Title = identity.Printed is var (line, year, kind) ? new PrintedTitle(year, kind, context.Source.At(regions.Narrative[line]) with { Text = regions.Narrative[line].Text.Trim() }) : null,
            },
            Sections = sections,
            Tables = tables,
            Performance = context.Performance,
            Contact = context.Contact,
            Statements = [.. context.Statements.Skip(printed).Concat(context.Statements.Take(printed))],
            Listings = context.Listings,
            Unbound = context.Unbound,
            ReadingFindings = [.. ReadingFaults.Of(paper), .. context.Unread],
            Passages = [.. outliner.Passages.Concat(regions.Tables.SelectMany(t => Passages(t, context.Source)))],
        };
    }

    private static IEnumerable<Passage> Passages(TableRegion region, Source source)
    {
        var name = region.Number.Length > 0 ? region.Number : Fold.Label(region.Title);
        return region.Captions.Select(l => new { Kind = PassageKind.Caption, Line = l }).Concat(region.Notes.Select(l => new { Kind = PassageKind.Note, Line = l }))
            .Select(p => new Passage(p.Kind, p.Line.Text.Trim(), source.At(p.Line) with { Table = name, Text = p.Line.Text.Trim() }));
    }
}
