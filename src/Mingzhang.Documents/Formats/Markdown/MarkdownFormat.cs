using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Markdown;

/// <summary>标记文本 Markdown：headings, paragraphs, lists and pipe tables to paper, line by line, so that every figure keeps its line in the file.</summary>
public static partial class MarkdownFormat
{
    /// <summary>读成纸面; null where the text is no Markdown.</summary>
    public static PaperDocument? Read(string name, string contentId, string encoding, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny('#', '|') < 0)
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return MarkdownSigns.Recognise(lines) ? new Writer(name, contentId, encoding, lines).Write() : null;
    }

    /// <summary>写成各块。</summary>
    private sealed class Writer(string name, string contentId, string encoding, string[] lines)
    {
        private readonly List<Block> _blocks = [];
        private readonly List<PaperFault> _faults = [];
        private bool _gap;
        private bool _goesOn;
        private bool _fenced;
        private bool _commented;
        private int _pictures;
        private int _tables;

        public PaperDocument Write()
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (!_fenced && i + 1 < lines.Length && lines[i].Contains('|', StringComparison.Ordinal) && MarkdownSigns.IsDelimiter(lines[i + 1]))
                {
                    i = Table(i);
                    continue;
                }

                Line(i);
            }

            if (_pictures > 0)
            {
                _faults.Add(new PaperFault("pictures", null, _pictures.ToString(CultureInfo.InvariantCulture)));
            }

            if (_tables > 0)
            {
                _faults.Add(new PaperFault("embedded-tables", null, _tables.ToString(CultureInfo.InvariantCulture)));
            }

            return new PaperDocument(name, contentId, encoding, _blocks) { Format = "markdown", Faults = _faults };
        }

        // The index of the last line of the table.
        private int Table(int from)
        {
            var rows = new List<GridRow>();
            var last = from;
            for (var i = from; i < lines.Length && (i == from + 1 || (lines[i].Contains('|', StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(lines[i]))); i++)
            {
                last = i;
                if (i == from + 1)
                {
                    continue;
                }

                var cells = PipeRow.Cells(lines[i]);
                if (cells.Count > PaperDocument.MostColumns)
                {
                    _faults.Add(new PaperFault(PaperFault.TooWide, null, string.Create(CultureInfo.InvariantCulture, $"{i + 1} {cells.Count}")));
                    continue;
                }

                rows.Add(new GridRow(cells, i + 1, null));
            }

            if (rows.Exists(r => !r.Empty))
            {
                _blocks.Add(new Grid(rows));
            }

            (_gap, _goesOn) = (false, false);
            return last;
        }

        private void Line(int at)
        {
            var line = lines[at].Replace("\ufeff", "", StringComparison.Ordinal);
            if (Fence().IsMatch(line))
            {
                _fenced = !_fenced;
                _goesOn = false;
                return;
            }

            line = Uncommented(line);
            if (string.IsNullOrWhiteSpace(line))
            {
                (_gap, _goesOn) = (true, false);
                return;
            }

            if (_fenced)
            {
                Add(line, at, 0, LineJoin.New, false);
                return;
            }

            _pictures += Picture().Count(line);
            _tables += EmbeddedTable().Count(line);
            if (Rule().IsMatch(line))
            {
                // A line of = or - under text makes it a heading; alone it is a rule across the page.
                if (_goesOn && _blocks[^1] is TextLine { Join: LineJoin.New } above && Underline().IsMatch(line))
                {
                    _blocks[^1] = above with { Prominent = true };
                }

                (_gap, _goesOn) = (true, false);
                return;
            }

            if (MarkdownSigns.Heading().IsMatch(line))
            {
                var title = line.TrimStart(' ', '#').TrimEnd();
                var closed = title.TrimEnd('#');
                Add(closed.EndsWith(' ') ? closed : title, at, line.IndexOf(title, StringComparison.Ordinal), LineJoin.New, true);
                _goesOn = false;
                return;
            }

            var mark = Mark().Match(line);
            var begins = mark.Value.AsSpan().IndexOfAny('-', '*', '+') >= 0 || !_goesOn || Numbered().IsMatch(line);
            var hard = line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\');
            Add(line[mark.Length..].TrimEnd('\\'), at, mark.Length, begins ? LineJoin.New : LineJoin.Continues, false);
            _goesOn = !hard;
        }

        private void Add(string text, int at, int column, LineJoin join, bool heading)
        {
            foreach (var part in InlineMarks.Plain(text).Split('\n'))
            {
                if (string.IsNullOrWhiteSpace(part))
                {
                    continue;
                }

                _blocks.Add(new TextLine(part.TrimEnd(), at + 1, null, _gap) { Join = join, Column = column, Prominent = heading });
                (_gap, join) = (false, LineJoin.New);
            }
        }

        // Comments may go over several lines.
        private string Uncommented(string line)
        {
            if (_commented)
            {
                var end = line.IndexOf("-->", StringComparison.Ordinal);
                if (end < 0)
                {
                    return "";
                }

                _commented = false;
                line = line[(end + 3)..];
            }

            var open = line.LastIndexOf("<!--", StringComparison.Ordinal);
            if (!_fenced && open >= 0 && line.IndexOf("-->", open, StringComparison.Ordinal) < 0)
            {
                _commented = true;
                line = line[..open];
            }

            return line;
        }
    }

    [GeneratedRegex(@"^ {0,3}(?:```|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}(?:={2,}|-{2,}|(?:- ?){3,}|(?:\* ?){3,}|(?:_ ?){3,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ {0,3}(?:=+|-+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    // Quotation marks, bullets and indents: none of them is part of the text.
    [GeneratedRegex(@"^[ \t]*(?:> ?)*(?:[ \t]*[-*+] +(?:\[[ xX]\] +)?)?[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:\d{1,3}[.)、．]|[（(]?[一二三四五六七八九十]{1,3}[）)、])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"!\[", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"<table\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmbeddedTable();
}
