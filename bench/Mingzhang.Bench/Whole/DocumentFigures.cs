using System.Globalization;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Bench.Whole;

/// <summary>读、核对、定位、写：warm in this process, at three sizes.</summary>
internal static class DocumentFigures
{
    private static readonly string[] ReadFormats = [".txt", ".html", ".docx", ".xlsx", ".pdf"];

    public static void Run(Page page, IReadOnlyList<Grown> sizes, double seconds)
    {
        var library = Library.Standard;
        page.Section("Reading, rules, writing, and how they grow", "Warm, in one process, on one core unless the runtime takes the other for its own; median by the clock. The same fictional department at three sizes: "
            + string.Join(", ", sizes.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Figures} figures ({s.As(".pdf").Length / 1024} KB as PDF)")))
            + ". *Grows* is the time of the largest by that of the middle one, divided by how many more figures it has: 1.0 is linear.");
        page.Head("what", "small", "middle", "large", "grows", "allocated, large");
        foreach (var format in ReadFormats)
        {
            Row("reading " + format, size =>
            {
                var bytes = size.As(format);
                return () => Reader.Read(Opening.Bytes("a" + format, bytes).Paper!, library);
            });
        }

        Row("all rules on a sound document", size => () => Inspector.Check(size.Read, library));
        Row("all rules with one figure misprinted, localised", size =>
        {
            var injured = SampleDamage.Of(size.Composed, 7)!.Value.Injured;
            var read = Reader.Read(Opening.Bytes("a.txt", Encoding.UTF8.GetBytes(ComposedText.Write(injured))).Paper!, library);
            return () => Inspector.Check(read, library);
        });
        Row("composing (figures and words, no format)", size => () => Composer.Compose(library, library.Book("cq-budget")!, size.Draft));
        foreach (var format in WrittenFormats.All)
        {
            Row("writing " + format.Extension, size => () => format.Write(Written.Of(library, size.Composed)));
        }

        void Row(string what, Func<Grown, Action> work)
        {
            var taken = sizes.Select(s => Timing.Of(work(s), seconds)).ToList();
            var grows = taken[^1].Milliseconds / taken[^2].Milliseconds / sizes[^1].Figures * sizes[^2].Figures;
            page.Row([what, .. taken.Select(t => t.ToString()), grows.ToString("0.0", CultureInfo.InvariantCulture), taken[^1].Megabytes.ToString("0.0", CultureInfo.InvariantCulture) + " MB"]);
        }
    }
}
