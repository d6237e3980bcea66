using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的版面。</summary>
internal static class EntryLayout
{
    /// <summary>冻结表头以上各行的视图。</summary>
    public static SheetView View(int frozen, bool selected = false)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (selected)
        {
            view.TabSelected = true;
        }

        if (frozen > 0)
        {
            var below = "A" + (frozen + 1).ToString(CultureInfo.InvariantCulture);
            view.Append(new Pane { VerticalSplit = frozen, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }, new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue> { InnerText = below } });
        }

        return view;
    }
}
