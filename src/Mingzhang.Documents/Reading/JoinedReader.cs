using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Paper;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Documents.Reading;

/// <summary>合读：a document whose tables were published as files of their own, read as one. The tables are of the year, kind and scope of the document, and the
/// sentences know the codes that the tables print.</summary>
public static class JoinedReader
{
    private const int FewestCells = 20;

    /// <summary>读懂一份文件及其另行公布的表格。</summary>
    public static Disclosure Read(PaperDocument paper, IReadOnlyList<PaperDocument> tables, Library library, ReadingChoice choice)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var alone = Reader.Read(paper, library, choice);
        if (tables.Count == 0)
        {
            return alone;
        }

        var same = new ReadingChoice(alone.Facts.Book, alone.Facts.Year, alone.Facts.Kind == DocumentKind.Unknown ? null : alone.Facts.Kind, alone.Facts.Scope);
        List<Disclosure> read = [.. tables.Select((t, i) => DisclosureCopy.Of(Reader.Read(t, library, same), "tables" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "."))];
        return read.Aggregate(Reader.Read(paper, library, choice, [.. read.SelectMany(r => r.Tables)]), DisclosureCopy.Join);
    }

    /// <summary>只有表格: amounts stand in tables, and next to none in sentences.</summary>
    public static bool IsTables(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var cells = Cells(disclosure);
        return cells >= FewestCells && cells > FewestCells * Sentences(disclosure);
    }

    /// <summary>只有说明: amounts stand in sentences, and few in tables.</summary>
    public static bool IsNarrative(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return Sentences(disclosure) > 2 && Cells(disclosure) < FewestCells;
    }

    private static int Cells(Disclosure disclosure) => disclosure.Statements.Count(s => s is AmountStatement { Blank: false } && s.Place.Table is not null);

    private static int Sentences(Disclosure disclosure) => disclosure.Statements.Count(s => s is AmountStatement or ChangeStatement && s.Place.Table is null);
}
