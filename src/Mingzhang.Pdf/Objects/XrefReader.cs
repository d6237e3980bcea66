namespace Mingzhang.Pdf.Objects;

/// <summary>读对象表：tables, streams and both in one file, from the newest part back to the first.</summary>
internal static class XrefReader
{
    /// <summary>读：null where a part is missing or makes no sense; the file is then searched.</summary>
    public static XrefTable? Read(ObjectStore store)
    {
        var data = store.Data.Span;
        var tail = data[Math.Max(0, data.Length - 2048)..];
        var mark = tail.LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            store.Faults.Add(PdfFaultKind.Truncated, "startxref is missing");
            return null;
        }

        var lexer = new Lexer(tail, store.Names, mark + 9);
        var table = new XrefTable();
        var next = new Queue<long>([(long)Math.Clamp(lexer.Next().Number, -1, int.MaxValue)]);
        var visited = new HashSet<long>();
        var first = true;
        while (next.TryDequeue(out var offset))
        {
            if (!visited.Add(offset) || visited.Count > 4096)
            {
                continue;
            }

            if (offset < 0 || offset >= data.Length || Section(store, table, (int)offset) is not { } trailer)
            {
                return null;
            }

            table.Trailer = first ? trailer : table.Trailer;
            first = false;
            Follow(next, trailer, "XRefStm");
            Follow(next, trailer, "Prev");
        }

        return table;
    }

    private static void Follow(Queue<long> next, PdfDictionary trailer, string key)
    {
        if (trailer.Raw(key) is { Kind: ValueKind.Number } offset)
        {
            next.Enqueue(offset.Integer(-1));
        }
    }

    private static PdfDictionary? Section(ObjectStore store, XrefTable table, int offset)
    {
        var lexer = new Lexer(store.Data.Span, store.Names, offset);
        var first = lexer.Next();
        if (first.Operator == "xref")
        {
            return Table(store, table, ref lexer);
        }

        try
        {
            return first.Kind == ValueKind.Number && store.ReadAt(offset, first.Integer(-1)) is { Stream: { } stream } && XrefStream.Read(store, table, stream) ? stream.Dictionary : null;
        }
        catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
        {
            return null;
        }
    }

    private static PdfDictionary? Table(ObjectStore store, XrefTable table, ref Lexer lexer)
    {
        while (true)
        {
            var token = lexer.Next();
            if (token.Operator == "trailer")
            {
                try
                {
                    return new ObjectParser(store, store.Work.Limits).Read(ref lexer).Dictionary;
                }
                catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
                {
                    return null;
                }
            }

            var start = token.Integer(-1);
            var count = lexer.Next().Integer(-1);
            if (start < 0 || count < 0)
            {
                return null;
            }

            for (var i = 0; i < count; i++)
            {
                var offset = lexer.Next();
                lexer.Next();
                var use = lexer.Next().Operator;
                if (offset.Kind != ValueKind.Number || use is not ("n" or "f") || start > int.MaxValue - i)
                {
                    return null;
                }

                store.Work.Object();
                table.Add(start + i, use == "n" ? new XrefEntry(offset.Integer(-1), 0, 0) : null);
            }
        }
    }
}
