using Mingzhang.Pdf.Writing.Flow;
using Mingzhang.Pdf.Writing.Structure;
using Look = Mingzhang.Pdf.Writing.Flow.ParagraphFlow.Look;

namespace Mingzhang.Pdf.Writing.Tables;

/// <summary>表头上方与下方：number, title, owner and unit above; notes below.</summary>
internal static class CaptionFlow
{
    private static Look NumberLook { get; } = new(PdfFontRole.Table, 10.5, 16, PdfAlign.Left, Indented: false, Bold: false);

    private static Look TitleLook { get; } = new(PdfFontRole.Heading, 15, 24, PdfAlign.Center, Indented: false, Bold: false);

    private static Look UnitLook => NumberLook with { Align = PdfAlign.Right };

    public static double Height(TablePlan plan, Pages pages)
    {
        var width = pages.WidthOf(plan.Landscape);
        double Of(string? text, Look look) => text is null ? 0 : ParagraphFlow.Lines(text, look, width, pages.Fonts).Count * look.Leading;
        var (owner, unit) = (Of(plan.Table.Owner, NumberLook), Of(plan.Table.Unit, UnitLook));
        return Of(plan.Table.Number, NumberLook) + Of(plan.Table.Title, TitleLook) + (Side(plan, pages) ? Math.Max(owner, unit) : owner + unit);
    }

    public static void Place(TablePlan plan, Pages pages, Tag table)
    {
        var given = plan.Table;
        if ((given.Number ?? given.Title ?? given.Owner ?? given.Unit) is null)
        {
            return;
        }

        var tag = table.Child("Caption");
        Line(given.Number, NumberLook, pages, tag);
        Line(given.Title, TitleLook with { Bold = pages.Fonts.Alike(PdfFontRole.Heading, PdfFontRole.Table) }, pages, tag);
        var top = pages.Y;
        Line(given.Owner, NumberLook, pages, tag);
        pages.Y = Side(plan, pages) ? top : pages.Y;
        Line(given.Unit, UnitLook, pages, tag);
    }

    public static void Notes(TablePlan plan, Pages pages, Tag root)
    {
        foreach (var note in plan.Table.Notes)
        {
            ParagraphFlow.Place(note, NumberLook, pages, root.Child("P"));
        }
    }

    private static void Line(string? text, Look look, Pages pages, Tag tag)
    {
        if (text is not null)
        {
            ParagraphFlow.Place(text, look, pages, tag, whole: true);
        }
    }

    /// <summary>并排：owner and unit share a line where both fit.</summary>
    private static bool Side(TablePlan plan, Pages pages) => plan.Table is { Owner: { } owner, Unit: { } unit }
        && (LineBreaker.Width(pages.Fonts.Set(owner, PdfFontRole.Table)) + LineBreaker.Width(pages.Fonts.Set(unit, PdfFontRole.Table)) + 2) * NumberLook.Size < pages.WidthOf(plan.Landscape)
        && !owner.Contains('\n', StringComparison.Ordinal) && !unit.Contains('\n', StringComparison.Ordinal);
}
