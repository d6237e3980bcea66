using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>工作表名作表名：where no title stands above a table, the name of its sheet is one; it also lends the number that the title lacks.</summary>
internal static class SheetTitle
{
    private static readonly string[] Unnamed = ["sheet", "工作表", "表格"];

    /// <summary>补上表名; the region as it is where the sheet says nothing.</summary>
    public static TableRegion? Of(TableRegion? region, string? sheet, Captions captions, Grid body)
    {
        if (sheet is null || Fold.Label(sheet) is not { Length: > 0 } name || Array.Exists(Unnamed, u => name.StartsWith(u, StringComparison.OrdinalIgnoreCase)))
        {
            return region;
        }

        var titled = region is { Title.Length: > 0 };
        captions.IsTitle(titled ? Fold.Label(region!.Title) : "", out var known);
        var line = new TextLine(sheet.Trim(), body.Rows[0].Line, null, false) { Cell = body.Rows[0].Cells[0].Address, Join = LineJoin.New };
        if (!titled && (captions.IsTitle(Numbering.Strip(name), out _) || Captions.Number(name) is not null))
        {
            region ??= new TableRegion();
            line = line with { Text = Numbering.Strip(line.Text) };
            Regions.Caption(region, line);
        }
        else if (titled && !known && captions.IsTitle(Numbering.Strip(name), out var better) && better)
        {
            region!.Title = Numbering.Strip(line.Text);
            region.Captions.Add(line);
        }
        else if (titled && region!.Number.Length == 0 && Captions.Number(name) is var (number, _))
        {
            region.Number = number;
        }

        return region;
    }
}
