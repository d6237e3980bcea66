using System.Text;
using Mingzhang.Documents.Formats.Excel.Numbers;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>工作簿的公共部分：sheets, shared strings, formats, code page, and whether a password is needed.</summary>
internal sealed class BiffGlobals
{
    private const int Version8 = 0x600;
    private const int Version5 = 0x500;
    private const int MostTexts = 1_000_000;
    private const int MostCharacters = 64_000_000;
    private const int MostSheets = 500;
    private readonly BiffStream _stream;
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _styles = [];
    private readonly Dictionary<int, NumberFormat> _formats = [];

    private BiffGlobals(BiffStream stream) => _stream = stream;

    public List<BiffSheet> Sheets { get; } = [];

    public List<string> Texts { get; } = [];

    public bool Date1904 { get; private set; }

    public bool Encrypted { get; private set; }

    /// <summary>外部链接数。</summary>
    public int Links { get; private set; }

    /// <summary>是否双字节文字的版本 (Excel 97 and later).</summary>
    public bool Wide { get; private set; }

    /// <summary>旧版本的代码页。</summary>
    public Encoding Encoding { get; private set; } = Encoding.GetEncoding("GB18030");

    /// <summary>读取; null where the stream is no workbook of a version that is known.</summary>
    public static BiffGlobals? Read(BiffStream stream)
    {
        var globals = new BiffGlobals(stream);
        var first = true;
        var pieces = new List<BiffRecord>();
        foreach (var record in stream.From(0))
        {
            if (first)
            {
                var version = stream.Word(record, 0);
                if (record.Kind != BiffStream.Bof || version is not (Version8 or Version5))
                {
                    return null;
                }

                globals.Wide = version == Version8;
                first = false;
                continue;
            }

            if (record.Kind == BiffStream.Continue && pieces.Count > 0)
            {
                pieces.Add(record);
                continue;
            }

            globals.Shared(pieces);
            if (record.Kind == BiffStream.Sst)
            {
                pieces.Add(record);
            }

            globals.Take(record);
            if (record.Kind == BiffStream.Eof || globals.Encrypted)
            {
                break;
            }
        }

        globals.Shared(pieces);
        return first ? null : globals;
    }

    /// <summary>某个样式的格式。</summary>
    public NumberFormat Format(int style)
    {
        var id = style < _styles.Count ? _styles[style] : 0;
        if (!_formats.TryGetValue(id, out var format))
        {
            _formats[id] = format = NumberFormat.Of(_codes.GetValueOrDefault(id) ?? BuiltInFormats.Of(id));
        }

        return format;
    }

    private void Take(BiffRecord record)
    {
        switch (record.Kind)
        {
            case BiffStream.FilePass:
                Encrypted = true;
                break;
            case BiffStream.CodePage:
                Encoding = Named(_stream.Word(record, 0));
                break;
            case BiffStream.DateMode:
                Date1904 = _stream.Word(record, 0) == 1;
                break;
            case BiffStream.Format:
                _codes[_stream.Word(record, 0)] = Wide ? new BiffText(_stream.Bytes, [record], 2).Plain(false) : new BiffText(_stream.Bytes, [record], 2).Coded(true, Encoding);
                break;
            case BiffStream.Xf:
                _styles.Add(_stream.Word(record, 2));
                break;
            case BiffStream.SupBook when record.Length > 4:
                Links++;
                break;
            case BiffStream.BoundSheet when _stream.Byte(record, 5) == 0 && Sheets.Count < MostSheets:
                var name = Wide ? new BiffText(_stream.Bytes, [record], 6).Plain(true) : new BiffText(_stream.Bytes, [record], 6).Coded(true, Encoding);
                Sheets.Add(new BiffSheet(name, (int)Math.Min(_stream.Long(record, 0), int.MaxValue), (_stream.Byte(record, 4) & 3) != 0));
                break;
            default:
                break;
        }
    }

    private void Shared(List<BiffRecord> pieces)
    {
        const int Head = 8;
        if (pieces.Count == 0)
        {
            return;
        }

        var text = new BiffText(_stream.Bytes, pieces, Head);
        var characters = 0;
        while (!text.Ended && Texts.Count < MostTexts && characters < MostCharacters)
        {
            Texts.Add(text.Rich());
            characters += Texts[^1].Length;
        }

        pieces.Clear();
    }

    private static Encoding Named(int page)
    {
        try
        {
            return Encoding.GetEncoding(page == 1200 ? 936 : page);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding("GB18030");
        }
    }
}

/// <summary>工作表在流中的位置。</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Start">Where its records begin.</param>
/// <param name="Hidden">Whether it is hidden.</param>
internal sealed record BiffSheet(string Name, int Start, bool Hidden);
