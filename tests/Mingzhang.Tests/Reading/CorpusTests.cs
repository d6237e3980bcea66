using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading;

/// <summary>真实文件的事实：who, which year, which book, which tables; what is unbound, over all documents.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    private const string List = "answers/docs.tsv";
    private static readonly ConcurrentDictionary<string, Disclosure> Known = new(StringComparer.Ordinal);

    [Fact]
    public void Every_document_says_what_it_is()
    {
        foreach (var (_, file, kind, year, book) in Listed())
        {
            var facts = Read(file).Facts;
            Assert.Equal((file, kind, year, book), (file, facts.Kind, facts.Year, book.Length == 0 ? "" : facts.Book));
        }
    }

    [Fact]
    public void Tables_and_forms_are_those_that_the_eye_sees()
    {
        var seen = new StringBuilder();
        foreach (var (id, file, _, _, _) in Listed())
        {
            var read = Read(file);
            seen.Append(CultureInfo.InvariantCulture, $"{id} {read.Facts.Kind} {read.Facts.Year} {read.Facts.Scope?.ToString() ?? "-"} {read.Facts.Book ?? "-"} {read.Facts.Entity ?? "-"}\n");
            foreach (var table in read.Tables)
            {
                var title = string.Concat(table.Title.Where(c => !char.IsWhiteSpace(c)));
                seen.Append(CultureInfo.InvariantCulture, $"  {table.Number} {title} [{table.Form ?? "-"}] {table.Unit?.Name ?? "-"}{(table.Empty ? " empty" : "")}\n");
            }
        }

        Golden.Check("corpus-tables.txt", seen.ToString());
    }

    [Fact]
    public void No_money_in_a_table_of_a_known_form_is_unbound()
    {
        var lost = new List<string>();
        foreach (var (id, file, _, _, _) in Listed())
        {
            var read = Read(file);
            var forms = read.Tables.Where(t => t.Form is not null).Select(t => t.Place.Table).ToHashSet(StringComparer.Ordinal);
            lost.AddRange(read.Unbound.Where(u => u.Place.Table is not null && forms.Contains(u.Place.Table)).Select(u => $"{id} {u.Raw}: {u.Reason.English} {u.Place.English}"));
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    public void Over_all_documents_next_to_nothing_is_unbound()
    {
        var (cells, cellsLost, words, wordsLost) = (0, 0, 0, 0);
        foreach (var (id, file, _, _, _) in Listed())
        {
            var read = Read(file);
            var bound = read.Statements.Where(s => s is AmountStatement { Blank: false, Amount: not null } or ChangeStatement { Amount: not null }).ToList();
            var (inTables, inWords) = (bound.Count(s => s.Place.Table is not null), bound.Count(s => s.Place.Table is null));
            // A percentage is no amount, and neither is the blank of a template (XXX万元).
            var lost = read.Unbound.Where(u => u.Raw.Any(char.IsAsciiDigit) && !u.Raw.EndsWith('%') && !u.Raw.EndsWith('％')).ToList();
            var (lostInTables, lostInWords) = (lost.Count(u => u.Place.Table is not null), lost.Count(u => u.Place.Table is null));
            output.WriteLine($"{id}: tables {inTables} bound, {lostInTables} unbound; narrative {inWords} bound, {lostInWords} unbound");
            (cells, cellsLost, words, wordsLost) = (cells + inTables, cellsLost + lostInTables, words + inWords, wordsLost + lostInWords);
        }

        var (ofTables, ofWords) = ((decimal)cellsLost / (cells + cellsLost), (decimal)wordsLost / (words + wordsLost));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: tables {cellsLost} of {cells + cellsLost} unbound ({ofTables:P2}); narrative {wordsLost} of {words + wordsLost} unbound ({ofWords:P2})"));
        Assert.InRange(ofTables, 0, 0.01m);
        Assert.InRange(ofWords, 0, 0.05m);
    }

    // The profile pt is a place without a book of its own: which book fits is not asked there.
    private static IEnumerable<(string Id, string File, DocumentKind Kind, int Year, string Book)> Listed() =>
        File.ReadLines(Shared.File(List)).Skip(1).Select(l => l.Split('\t')).Select(f => (f[0], f[1], f[2] is "final" or "template" ? DocumentKind.Final : DocumentKind.Budget, int.Parse(f[3], CultureInfo.InvariantCulture), f[4] == "pt" ? "" : f[4]));

    private static Disclosure Read(string file) => Known.GetOrAdd(file, static f => Reader.Read(Opening.File(Shared.File(f)).Paper!, Documents.Library));
}
