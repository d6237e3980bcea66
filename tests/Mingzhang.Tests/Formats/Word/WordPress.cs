using System.Globalization;
using System.Net;
using System.Text;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>像办公软件那样写：blocks as the XML that people's programs leave behind: runs split in the midst of numbers, formatting on every run, bookmarks,
/// empty paragraphs, tabs for room, grids of more columns than are seen.</summary>
internal sealed class WordPress(int seed)
{
    private const string Noise = "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"方正仿宋_GBK\" w:eastAsia=\"方正仿宋_GBK\" w:cs=\"Times New Roman\"/><w:color w:val=\"000000\" w:themeColor=\"text1\"/><w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar\"/>";
    private readonly Random _random = new(seed);
    private int _bookmark;

    public byte[] Zip(IReadOnlyList<Block> blocks)
    {
        var body = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            body.Append(blocks[i] is Grid grid ? Table(grid) : Paragraph(((TextLine)blocks[i]).Text, i == 0));

            // Two tables right behind each other stay so; else there is room, and wide tables stand on pages of their own.
            if (blocks[i] is Grid && i + 1 < blocks.Count && blocks[i + 1] is not Grid)
            {
                body.Append("<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr></w:pPr></w:p>");
            }
        }

        return SmallWord.Zip(body + "<w:sectPr><w:headerReference r:id=\"r0\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>",
            ("word/header1.xml", SmallWord.Part("hdr", SmallWord.P(((TextLine)blocks[0]).Text))), ("word/settings.xml", SmallWord.Part("settings", "<w:defaultTabStop w:val=\"420\"/>")));
    }

    private string Paragraph(string text, bool title)
    {
        var heading = title || (text.Length < 40 && !text.Contains('。', StringComparison.Ordinal) && Numbering.Level(Fold.Label(text)) > 0);
        var unit = text.StartsWith("单位：", StringComparison.Ordinal);
        var properties = $"<w:pPr><w:keepNext w:val=\"0\"/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/>{(title ? "<w:jc w:val=\"center\"/>" : "")}{(heading ? "<w:outlineLvl w:val=\"0\"/>" : "")}<w:rPr>{Noise}</w:rPr></w:pPr>";
        return (_random.Next(5) == 0 ? $"<w:p><w:pPr><w:rPr>{Noise}</w:rPr></w:pPr></w:p>" : "") + "<w:p w:rsidR=\"00A77B3E\">" + properties + (unit ? "<w:r><w:tab/></w:r><w:r><w:tab/></w:r>" : "") + Runs(text) + "</w:p>";
    }

    // A program begins a new run wherever the input method or the spelling changed.
    private string Runs(string text)
    {
        var runs = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(text.Length - at, _random.Next(1, 9));
            var mark = _random.Next(6);
            runs.Append(mark == 0 ? $"<w:bookmarkStart w:id=\"{++_bookmark}\" w:name=\"_Toc{_bookmark}\"/>" : mark == 1 ? "<w:proofErr w:type=\"gramStart\"/>" : "");
            runs.Append(CultureInfo.InvariantCulture, $"<w:r w:rsidRPr=\"00F{at:X5}\"><w:rPr>{Noise}</w:rPr><w:t xml:space=\"preserve\">{WebUtility.HtmlEncode(text.Substring(at, length))}</w:t></w:r>");
            runs.Append(mark == 0 ? $"<w:bookmarkEnd w:id=\"{_bookmark}\"/>" : "");
            at += length;
        }

        return runs.ToString();
    }

    // Every column is two of the drawing, as where cells were divided and joined again.
    private string Table(Grid grid)
    {
        var table = new StringBuilder("<w:tbl><w:tblPr><w:tblStyle w:val=\"12\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tblGrid>" + string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"600\"/>", grid.Width * 2)) + "</w:tblGrid>");
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            table.Append(r == 0 ? "<w:tr><w:trPr><w:trHeight w:val=\"567\"/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:trHeight w:val=\"567\"/></w:trPr>");
            for (var c = 0; c < grid.Rows[r].Cells.Count;)
            {
                var cell = grid.Rows[r].Cells[c];
                var above = cell.CoveredFrom is (var up, 0) && up > 0 ? grid.Rows[r - up].Cells[c] : null;
                var columns = (above ?? cell).Columns;
                table.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"1200\" w:type=\"dxa\"/><w:gridSpan w:val=\"{columns * 2}\"/>{(above is not null ? "<w:vMerge w:val=\"continue\"/>" : cell.Rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "")}<w:vAlign w:val=\"center\"/></w:tcPr>")
                    .Append("<w:p><w:pPr><w:widowControl/><w:jc w:val=\"right\"/></w:pPr>").Append(Runs(cell.Text)).Append("</w:p></w:tc>");
                c += columns;
            }

            table.Append("</w:tr>");
        }

        return table.Append("</w:tbl>").ToString();
    }
}
