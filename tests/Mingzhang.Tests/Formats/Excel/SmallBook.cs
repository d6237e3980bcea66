using System.IO.Compression;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>小工作簿：an xlsx of raw parts, so that every test says exactly what stands in the file.</summary>
internal sealed class SmallBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string State, string Xml)> _sheets = [];
    private readonly List<string> _formats = [];
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);

    public string Texts { get; set; } = "";

    public string WorkbookProperties { get; set; } = "";

    /// <summary>Namespace of the strict form or of the usual one.</summary>
    public string Namespace { get; set; } = Main;

    /// <summary>The style of a number format.</summary>
    public int Style(string code)
    {
        _formats.Add(code);
        return _formats.Count;
    }

    public SmallBook Sheet(string name, string rows, string before = "", string behind = "", string state = "visible")
    {
        _sheets.Add((name, state, $"<worksheet xmlns=\"{Namespace}\">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>"));
        return this;
    }

    public SmallBook Part(string name, string content)
    {
        _others[name] = content;
        return this;
    }

    /// <summary>Rows of cells as text, tab separated; what is a number is stored as one.</summary>
    public static string Rows(string lines, int style = 0) => string.Concat(lines.Split('\n').Select((l, r) => l.Length == 0 ? "" : $"<row r=\"{r + 1}\">" + string.Concat(l.Split('\t').Select((c, i) => Cell(CellAddress.Letter(i) + (r + 1), c, style))) + "</row>"));

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, true))
        {
            void Add(string name, string content)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }

            Add("_rels/.rels", $"<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{Links}\">{WorkbookProperties}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"r\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}"
                + $"<Relationship Id=\"s\" Type=\"{Links}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{Links}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>{_others.GetValueOrDefault("rels")}</Relationships>");
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Namespace}\"><numFmts>{string.Concat(_formats.Select((f, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(f)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(_formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>"))}</cellXfs></styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Namespace}\">{Texts}</sst>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add($"xl/worksheets/sheet{i}.xml", _sheets[i].Xml);
            }

            foreach (var (name, content) in _others.Where(o => o.Key != "rels"))
            {
                Add(name, content);
            }
        }

        return memory.ToArray();
    }

    public PaperDocument Paper() => Opening.Bytes("book.xlsx", Bytes()).Paper!;

    /// <summary>What is displayed, a line for every line and row; cells apart by |.</summary>
    public static string Shown(PaperDocument paper) => string.Join('\n', paper.Blocks.SelectMany(b => b is Grid grid ? grid.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))) : [((TextLine)b).Text]));

    private static string Cell(string at, string text, int style) =>
        text.Length == 0 ? ""
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) ? $"<c r=\"{at}\" s=\"{style}\"><v>{text}</v></c>"
        : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>";
}
