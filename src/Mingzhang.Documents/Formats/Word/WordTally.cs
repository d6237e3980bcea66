using System.Globalization;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>读时的计数：what was met and not read, to be told; and the limits of what one document may hold.</summary>
internal sealed class WordTally
{
    /// <summary>一份文档最多的单元格: of all tables, laid out or not.</summary>
    public const int MostCells = 500_000;

    /// <summary>一份文档最多的段: those outside of tables. The longest disclosures have a few thousand.</summary>
    public const int MostParagraphs = 200_000;

    private const int MostNamed = 12;
    private readonly List<PaperFault> _wide = [];
    private long _laid;
    private int _cells;
    private int _rows;
    private int _paragraphs;
    private int _cellParagraphs;
    private string? _beyond;

    public int Pictures { get; set; }

    public int HiddenCharacters { get; set; }

    public int Revisions { get; set; }

    public int Comments { get; set; }

    public int Tables { get; set; }

    /// <summary>又一格；false beyond the limit.</summary>
    public bool Cell() => Within(++_cells, MostCells, "cells");

    /// <summary>又一个铺满的表；false beyond the limit: spans could fill the memory.</summary>
    public bool Laid(long cells) => Within(_laid += cells, MostCells, "cells");

    /// <summary>又一行；false beyond the limit.</summary>
    public bool Row() => Within(++_rows, MostCells, "rows");

    /// <summary>又一段正文；false beyond the limit.</summary>
    public bool Paragraph() => Within(++_paragraphs, MostParagraphs, "paragraphs");

    /// <summary>格内又一段；false beyond the limit.</summary>
    public bool CellParagraph() => Within(++_cellParagraphs, 2L * MostCells, "paragraphs");

    /// <summary>过宽的表。</summary>
    public void Wide(int table, int columns)
    {
        if (_wide.Count < MostNamed)
        {
            _wide.Add(new PaperFault("wide-table", null, string.Create(CultureInfo.InvariantCulture, $"{table} {columns}")));
        }
    }

    public IEnumerable<PaperFault> Faults(IEnumerable<string> unopened)
    {
        var unread = string.Join(' ', unopened);
        if (unread.Length > 0)
        {
            yield return new PaperFault("unopened", null, unread);
        }

        if (Pictures > 0)
        {
            yield return new PaperFault("pictures", null, Text(Pictures));
        }

        if (HiddenCharacters > 0)
        {
            yield return new PaperFault("hidden-text", null, Text(HiddenCharacters));
        }

        if (Revisions > 0 || Comments > 0)
        {
            yield return new PaperFault("revisions", null, Text(Revisions) + " " + Text(Comments));
        }

        if (_beyond is not null)
        {
            yield return new PaperFault("too-long", null, _beyond);
        }

        foreach (var wide in _wide)
        {
            yield return wide;
        }
    }

    private bool Within(long count, long most, string what)
    {
        if (count <= most)
        {
            return true;
        }

        _beyond ??= what + " " + Text(most);
        return false;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
