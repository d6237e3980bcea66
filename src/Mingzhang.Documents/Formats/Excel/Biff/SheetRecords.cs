using System.Buffers.Binary;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>工作表的记录：cells, hidden rows and columns, merged cells of one sheet.</summary>
internal sealed class SheetRecords(BiffStream stream, BiffGlobals globals, SheetBuilder sheet)
{
    private const int HiddenRow = 0x20;
    private const int ShowsZeros = 0x10;
    private BiffRecord? _formula;

    public void Read(int start)
    {
        var depth = 0;
        var pieces = new List<BiffRecord>();
        foreach (var record in stream.From(start))
        {
            if (record.Kind == BiffStream.Bof)
            {
                depth++;
            }
            else if (record.Kind == BiffStream.Eof)
            {
                depth--;
            }

            // Charts inside a sheet have records of their own.
            if (depth > 1 || (record.Kind is BiffStream.Bof))
            {
                continue;
            }

            if (record.Kind == BiffStream.Continue && pieces.Count > 0)
            {
                pieces.Add(record);
                continue;
            }

            if (!Result(pieces) || depth < 1)
            {
                return;
            }

            if (record.Kind == BiffStream.String)
            {
                pieces.Add(record);
            }
            else if (!Take(record))
            {
                return;
            }
        }

        Result(pieces);
    }

    private bool Take(BiffRecord record)
    {
        var (row, column, style) = (stream.Word(record, 0), stream.Word(record, 2), stream.Word(record, 4));
        switch (record.Kind)
        {
            case BiffStream.Row when (stream.Long(record, 12) & HiddenRow) != 0:
                sheet.HideRow(row);
                return true;
            case BiffStream.ColInfo when (stream.Word(record, 8) & 1) != 0:
                sheet.HideColumns(row, column);
                return true;
            case BiffStream.Window2:
                sheet.ShowsZeros = (row & ShowsZeros) != 0;
                return true;
            case BiffStream.Number:
                return sheet.Number(row, column, stream.Double(record, 6), globals.Format(style));
            case BiffStream.Rk:
                return sheet.Number(row, column, Compact(stream.Long(record, 6)), globals.Format(style));
            case BiffStream.MulRk:
                return Several(record, row, column);
            case BiffStream.LabelSst:
                return stream.Long(record, 6) is var at && at >= globals.Texts.Count || sheet.Text(row, column, globals.Texts[(int)at], globals.Format(style));
            case BiffStream.Label or BiffStream.RString:
                var text = new BiffText(stream.Bytes, [record], 6);
                return sheet.Text(row, column, globals.Wide ? text.Plain(false) : text.Coded(false, globals.Encoding), globals.Format(style));
            case BiffStream.BoolErr:
                return Logical(row, column, stream.Byte(record, 6), stream.Byte(record, 7) != 0);
            case BiffStream.Formula or 0x206 or 0x406:
                return Formula(record, row, column, style);
            case BiffStream.MergedCells:
                return Merged(record, row);
            default:
                return true;
        }
    }

    private bool Formula(BiffRecord record, int row, int column, int style)
    {
        if (stream.Word(record, 12) != 0xFFFF)
        {
            return sheet.Number(row, column, stream.Double(record, 6), globals.Format(style));
        }

        switch (stream.Byte(record, 6))
        {
            case 0:
                // Its words stand in the record behind.
                _formula = record;
                return true;
            case 1 or 2:
                return Logical(row, column, stream.Byte(record, 8), stream.Byte(record, 6) == 2);
            default:
                return true;
        }
    }

    private bool Result(List<BiffRecord> pieces)
    {
        if (pieces.Count == 0)
        {
            return true;
        }

        var text = new BiffText(stream.Bytes, pieces, 0);
        var words = globals.Wide ? text.Plain(false) : text.Coded(false, globals.Encoding);
        pieces.Clear();
        if (_formula is not { } formula)
        {
            return true;
        }

        _formula = null;
        return sheet.Text(stream.Word(formula, 0), stream.Word(formula, 2), words, globals.Format(stream.Word(formula, 4)));
    }

    private bool Several(BiffRecord record, int row, int column)
    {
        const int Each = 6;
        for (var at = 4; at + Each + 2 <= record.Length; at += Each)
        {
            if (!sheet.Number(row, column++, Compact(stream.Long(record, at + 2)), globals.Format(stream.Word(record, at))))
            {
                return false;
            }
        }

        return true;
    }

    private bool Merged(BiffRecord record, int count)
    {
        const int Each = 8;
        for (var i = 0; i < count && 2 + ((i + 1) * Each) <= record.Length; i++)
        {
            var at = 2 + (i * Each);
            if (!sheet.Merge(new MergedCells(stream.Word(record, at), stream.Word(record, at + 4), stream.Word(record, at + 2), stream.Word(record, at + 6))))
            {
                return false;
            }
        }

        return true;
    }

    private bool Logical(int row, int column, int value, bool error) => error
        ? sheet.Error(row, column, value switch { 0 => "#NULL!", 7 => "#DIV/0!", 0x0F => "#VALUE!", 0x17 => "#REF!", 0x1D => "#NAME?", 0x24 => "#NUM!", _ => "#N/A" })
        : sheet.Text(row, column, value != 0 ? "TRUE" : "FALSE", Numbers.NumberFormat.General);

    // Thirty bits: a whole number or the upper half of a double, perhaps a hundredfold.
    private static double Compact(uint packed)
    {
        const double Hundred = 100;
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], packed & 0xFFFFFFFC);
        var number = (packed & 2) != 0 ? unchecked((int)packed) >> 2 : BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        return (packed & 1) != 0 ? number / Hundred : number;
    }
}
