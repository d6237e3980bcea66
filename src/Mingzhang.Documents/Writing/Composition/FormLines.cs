using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>表行：one line of a form before its cells are filled.</summary>
/// <param name="Code">Code; empty where it has none.</param>
/// <param name="Label">Name.</param>
/// <param name="At">Coordinates that the line adds.</param>
/// <param name="Total">Whether it names a whole (合计、总计).</param>
internal sealed record FormLine(string Code, string Label, Point? At, bool Total)
{
    /// <summary>空行：nothing stands on this side.</summary>
    public static FormLine Blank { get; } = new("", "", null, false);

    /// <summary>只有金额的行。</summary>
    public static FormLine None { get; } = new(" ", "", null, false);

    /// <summary>是否空行。</summary>
    public bool Empty => Code.Length + Label.Length == 0;
}

/// <summary>表行的展开：fixed labels as they are, codes as far as there is money under them.</summary>
internal sealed class FormLines(Library library, Draft draft, PrintedWords words)
{
    public IEnumerable<FormLine> Of(Form form, IReadOnlyList<FormRow> rows, Point at)
    {
        foreach (var row in rows)
        {
            if (row.Codes is { } classification)
            {
                foreach (var line in Codes(form, classification, row.Lengths, at))
                {
                    yield return line;
                }

                continue;
            }

            var meaning = library.Lexicon.Read(row.Label);
            if (row.Optional && (draft.Cube.At(Within(at, meaning.Point)) ?? 0) == 0)
            {
                continue;
            }

            yield return new FormLine("", words.Fill(row.Label), Whole(form, meaning, at), meaning.Total || row.Label.EndsWith('计'));

            foreach (var below in Of(form, row.Children, at.Narrow(meaning.Point)))
            {
                yield return below with { At = meaning.Point.Narrow(below.At!), Total = false };
            }
        }
    }

    // A line that names a measure of its own is not of that of its side.
    private static Point Within(Point at, Point line) => line.Members.FirstOrDefault(m => m.Dimension.Key == "measure") is { } measure ? at.Narrow(line).With(measure) : at.Narrow(line);

    // 总计 of one side counts also what was carried over: all resources, or all uses.
    private static Point Whole(Form form, Meaning meaning, Point at) =>
        form.Layout == FormLayout.Sides && meaning.Total && meaning.Point.Key("measure") is null
        && at.Members.FirstOrDefault(m => m.Dimension.Key == "measure")?.Parent is { } all ? meaning.Point.With(all) : meaning.Point;

    private IEnumerable<FormLine> Codes(Form form, string classification, IReadOnlyList<int> lengths, Point at)
    {
        var dimension = classification == "functions" ? "function" : "economic";

        // In a table of both sides' totals the codes are those of the side's own measure, carried sums apart.
        foreach (var code in draft.Cube.Codes(dimension, lengths, at))
        {
            var point = library.Space.Everything.With(library.Space.Member(dimension, code)!);
            point = form.Implied.FirstOrDefault(i => code.StartsWith(i.Code, StringComparison.Ordinal)) is { } implied ? point.Narrow(implied.Point) : point;
            yield return new FormLine(code, library.Catalogues[classification].Find(code, draft.Year)?.Name ?? code, point, false);
        }
    }
}
