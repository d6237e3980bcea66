namespace Mingzhang.Documents.Formats.Word;

/// <summary>读表：rows and cells, whatever wraps them; tables of data become grids, tables that only arrange the page dissolve.</summary>
internal sealed class WordTableReader(PartCursor x, WordContext context, StoryReader story)
{
    private const int FarthestColumn = 20_000;

    /// <summary>读一个表，写入所在之处。</summary>
    public void Read(WordFlow flow)
    {
        var table = new WordTable(++context.Tally.Tables);
        Rows(table);
        while (table.Rows.Count > 0 && table.Rows[^1].TrueForAll(c => c.Text.Length == 0 && !c.Below))
        {
            // Empty rows at the end say nothing.
            table.Rows.RemoveAt(table.Rows.Count - 1);
        }

        if (table.Rows.Count > 0)
        {
            WordTableWriter.Write(flow, table, context.Tally);
        }
    }

    private void Rows(WordTable table)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "tblGrid":
                    for (var inner = x.Enter(); x.Next(inner);)
                    {
                        if (x.Name == "gridCol" && table.Widths.Count < FarthestColumn)
                        {
                            table.Widths.Add(WordStyles.Whole(x["w"]) ?? 0);
                        }
                    }

                    break;
                case "tr" when x.Word:
                    if (!context.Tally.Row())
                    {
                        x.Stop();
                        return;
                    }

                    Row(table);
                    break;
                case "tblPr" or "tblPrEx" or "sdtPr" or "sdtEndPr" or "del" or "moveFrom":
                    break;
                default:
                    // Content controls, insertions and the like wrap rows.
                    Rows(table);
                    break;
            }
        }
    }

    private void Row(WordTable table)
    {
        var row = new List<WordCell>();
        var gone = false;
        var column = 0;
        Cells(row, ref column, ref gone);
        if (!gone)
        {
            table.Rows.Add(row);
        }
    }

    private void Cells(List<WordCell> row, ref int column, ref bool gone)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "trPr":
                    for (var inner = x.Enter(); x.Next(inner);)
                    {
                        column += x.Name == "gridBefore" ? Math.Clamp(WordStyles.Whole(x.Value) ?? 0, 0, FarthestColumn) : 0;
                        gone |= x.Name == "del" || (x.Name == "hidden" && x.On);
                        context.Tally.Revisions += x.Name is "ins" or "del" ? 1 : 0;
                    }

                    break;
                case "tc" when x.Word:
                    if (!context.Tally.Cell())
                    {
                        x.Stop();
                        return;
                    }

                    if (Cell(column) is not { } cell)
                    {
                        break;
                    }

                    column = Math.Min(column + cell.Columns, FarthestColumn);
                    if (column < FarthestColumn)
                    {
                        row.Add(cell);
                    }

                    break;
                case "tblPrEx" or "sdtPr" or "sdtEndPr" or "del" or "moveFrom":
                    break;
                default:
                    Cells(row, ref column, ref gone);
                    break;
            }
        }
    }

    // Null where the cell was deleted.
    private WordCell? Cell(int column)
    {
        var cell = new WordCell(column);
        var flow = new WordFlow(FlowKind.Cell);
        story.Cell(flow, () => Properties(cell));
        flow.End();
        if (cell.Deleted)
        {
            context.Tally.Revisions++;
            return null;
        }

        cell.Blocks = flow.Blocks;
        cell.Text = flow.CellText();
        return cell;
    }

    private void Properties(WordCell cell)
    {
        for (var at = x.Enter(); x.Next(at);)
        {
            switch (x.Name)
            {
                case "gridSpan":
                    cell.Columns = Math.Clamp(WordStyles.Whole(x.Value) ?? 1, 1, FarthestColumn);
                    break;
                case "vMerge":
                    cell.Below = x.Value != "restart";
                    break;
                case "cellDel":
                    cell.Deleted = true;
                    break;
                case "hMerge":
                    cell.Beside = x.Value != "restart";
                    break;
                default:
                    break;
            }
        }
    }
}
