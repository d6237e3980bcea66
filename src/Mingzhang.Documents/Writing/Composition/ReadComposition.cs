using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>读入文本的成稿：what was read, as it stands: paragraphs word for word, tables with the headers and cells that they print.</summary>
public static class ReadComposition
{
    /// <summary>由读懂的文本构成。</summary>
    public static Composed Of(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var headings = disclosure.Sections.SelectMany(s => s.SelfAndBelow()).GroupBy(s => s.Place.Order).Where(g => g.Key is not null).ToDictionary(g => g.Key!.Value, g => g.First());
        var placed = new List<Placed>();
        var last = 0;
        foreach (var passage in disclosure.Passages)
        {
            // What has no order of its own stays behind the passage before it.
            last = passage.Place.Order ?? passage.Place.Line ?? last;
            if (Block(passage, headings) is { } block)
            {
                placed.Add(new Placed(last, placed.Count, block));
            }
        }

        foreach (var table in disclosure.Tables)
        {
            last = table.Place.Order ?? table.Place.Line ?? last;
            placed.Add(new Placed(last, placed.Count, ReadTable.Of(table)));
        }

        var facts = disclosure.Facts;
        var title = string.Concat(disclosure.Passages.Where(p => p.Kind == PassageKind.Title).Select(p => p.Text.Trim()));
        return new Composed
        {
            Title = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(facts.Name),
            Entity = facts.Entity ?? "",
            Year = facts.Year,
            Blocks = [.. placed.OrderBy(p => p.Order).ThenBy(p => p.Number).Select(p => p.Block)],
        };
    }

    private static ComposedBlock? Block(Passage passage, Dictionary<int, Section> headings) => passage.Kind switch
    {
        PassageKind.Heading when passage.Place.Order is { } order && headings.TryGetValue(order, out var section) => new ComposedHeading(Math.Max(1, section.Level), section.Number, section.Title),
        PassageKind.Heading => new ComposedHeading(1, "", passage.Text.Trim()),
        PassageKind.Paragraph => new ComposedParagraph([new WordsRun(passage.Text.Trim())]),
        PassageKind.Closing => new ComposedParagraph([new WordsRun(passage.Text.Trim())]) { Closing = true },
        _ => null,
    };

    private sealed record Placed(int Order, int Number, ComposedBlock Block);
}
