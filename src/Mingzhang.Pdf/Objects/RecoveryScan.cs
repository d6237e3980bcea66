namespace Mingzhang.Pdf.Objects;

/// <summary>搜寻对象：goes through the whole file for "12 0 obj" and "trailer", where the table of objects is broken.</summary>
internal static class RecoveryScan
{
    public static XrefTable Run(ObjectStore store)
    {
        var table = new XrefTable();
        var data = store.Data.Span;
        store.Work.Spend(3L * data.Length);
        Objects(store, table, data);
        table.Trailer = Trailer(store, data) ?? store.Trailer;
        return table;
    }

    private static void Objects(ObjectStore store, XrefTable table, ReadOnlySpan<byte> data)
    {
        for (var at = 0; ;)
        {
            var step = data[at..].IndexOf("obj"u8);
            if (step < 0)
            {
                return;
            }

            at += step + 3;
            if (NumberBefore(data, at - 3) is ({ } number, var offset))
            {
                store.Work.Object();

                // The last one of a number is the newest.
                table.Entries[number] = new XrefEntry(offset, 0, 0);
            }
        }
    }

    /// <summary>“obj” 之前的对象号：and where it begins.</summary>
    private static (int? Number, int Offset) NumberBefore(ReadOnlySpan<byte> data, int end)
    {
        var i = Back(data, end, space: true);
        var generation = Back(data, i, space: false);
        var gap = Back(data, generation, space: true);
        var start = Back(data, gap, space: false);
        if (i == generation || generation == gap || gap == start || gap - start > 9)
        {
            return (null, 0);
        }

        var number = 0;
        foreach (var digit in data[start..gap])
        {
            number = (number * 10) + (digit - '0');
        }

        return (number, start);
    }

    private static int Back(ReadOnlySpan<byte> data, int end, bool space)
    {
        while (end > 0 && (space ? Bytes.IsSpace(data[end - 1]) : Bytes.IsDigit(data[end - 1])))
        {
            end--;
        }

        return end;
    }

    /// <summary>最后一个有根的尾部字典。</summary>
    private static PdfDictionary? Trailer(ObjectStore store, ReadOnlySpan<byte> data)
    {
        PdfDictionary? best = null;
        for (var at = 0; ;)
        {
            var step = data[at..].IndexOf("trailer"u8);
            if (step < 0)
            {
                return best;
            }

            at += step + 7;
            store.Work.Object();
            try
            {
                var lexer = new Lexer(data, store.Names, at);
                var trailer = new ObjectParser(store, store.Work.Limits).Read(ref lexer).Dictionary;
                store.Work.Spend(lexer.Position - at);
                best = trailer is not null && trailer.Has("Root") ? trailer : best;
            }
            catch (PdfException e) when (e.Problem == PdfProblem.Damaged)
            {
                store.Work.Spend(20_000);
            }
        }
    }
}
