using System.Globalization;
using System.IO.Compression;
using System.Text;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>小 PDF：files written by hand, as text that anyone who knows the format can read. Objects 1 and 2 are the root and the page tree.</summary>
internal sealed class SmallPdf
{
    private readonly List<byte[]> _objects = [];

    public SmallPdf(string root = "", string pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >>")
    {
        Add($"<< /Type /Catalog /Pages 2 0 R {root} >>");
        Add(pages);
    }

    public int Count => _objects.Count;

    /// <summary>一页：object 3, with its content in object 4, Helvetica as F1 and what more is named.</summary>
    public static SmallPdf OfPage(string content, string resources = "", string page = "", string root = "", string font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>") =>
        new SmallPdf(root)
            .Add($"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>")
            .Stream("", Encoding.Latin1.GetBytes(content))
            .Add(font);

    public static byte[] Deflate(byte[] data)
    {
        using var target = new MemoryStream();
        using (var deflater = new ZLibStream(target, CompressionLevel.SmallestSize))
        {
            deflater.Write(data);
        }

        return target.ToArray();
    }

    public static PdfPage Read(byte[] bytes) => PdfDocument.Open(bytes).ReadPage(1);

    /// <summary>页上的文字：in the order of the content.</summary>
    public static string Text(byte[] bytes) => string.Concat(Read(bytes).Glyphs.Select(g => g.Text));

    public SmallPdf Add(string body)
    {
        _objects.Add(Encoding.Latin1.GetBytes(body));
        return this;
    }

    public SmallPdf Stream(string dictionary, byte[] data)
    {
        _objects.Add([.. Encoding.Latin1.GetBytes($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8]);
        return this;
    }

    public SmallPdf Stream(string dictionary, string data) => Stream(dictionary, Encoding.Latin1.GetBytes(data));

    public PdfPage Read() => Read(Build());

    public string Text() => Text(Build());

    /// <summary>成文件：with a plain table of objects.</summary>
    public byte[] Build(string trailer = "")
    {
        var (file, offsets) = Body();
        var start = file.Length;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(file, $"{offset:0000000000} 00000 n \n");
        }

        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>成文件：objects that are no streams in an object stream, the table in a stream with PNG prediction.</summary>
    public byte[] BuildCompressed()
    {
        var container = _objects.Count + 1;
        var index = new StringBuilder();
        var bodies = new StringBuilder();
        var packed = new List<int>();
        var (file, offsets) = Body(skip: o => !Encoding.Latin1.GetString(o).Contains("endstream", StringComparison.Ordinal));
        for (var i = 0; i < _objects.Count; i++)
        {
            if (offsets[i] < 0)
            {
                index.Append(CultureInfo.InvariantCulture, $"{i + 1} {bodies.Length} ");
                bodies.Append(Encoding.Latin1.GetString(_objects[i])).Append('\n');
                packed.Add(i);
            }
        }

        offsets.Add((int)file.Length);
        var data = Deflate(Encoding.Latin1.GetBytes(index + bodies.ToString()));
        Write(file, $"{container} 0 obj\n<< /Type /ObjStm /N {packed.Count} /First {index.Length} /Filter /FlateDecode /Length {data.Length} >>\nstream\n");
        file.Write(data);
        Write(file, "\nendstream\nendobj\n");
        var start = (int)file.Length;
        offsets.Add(start);
        var rows = new List<byte[]> { new byte[] { 0, 0, 0, 255 } };
        rows.AddRange(offsets.Select((o, i) => o >= 0 ? new byte[] { 1, (byte)(o >> 8), (byte)(o & 0xff), 0 } : [2, 0, (byte)container, (byte)packed.IndexOf(i)]));
        var predicted = rows.SelectMany((row, r) => row.Select((b, i) => (byte)((b - (r > 0 ? rows[r - 1][i] : 0)) & 0xff)).Prepend((byte)2)).ToArray();
        var table = Deflate(predicted);
        Write(file, $"{container + 1} 0 obj\n<< /Type /XRef /Size {container + 2} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length {table.Length} >>\nstream\n");
        file.Write(table);
        Write(file, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private (MemoryStream File, List<int> Offsets) Body(Func<byte[], bool>? skip = null)
    {
        var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>();
        for (var i = 0; i < _objects.Count; i++)
        {
            if (skip?.Invoke(_objects[i]) == true)
            {
                offsets.Add(-1);
                continue;
            }

            offsets.Add((int)file.Length);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write(file, "\nendobj\n");
        }

        return (file, offsets);
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
