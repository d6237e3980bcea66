using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Excel;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的文字：words in which the entity's name stands are formulas that look it up; a cell of a formula also holds what it shows while nothing is filled in.</summary>
internal static class EntryText
{
    /// <summary>没有填写单位名称时所见。</summary>
    public const string NoName = "【待填：单位名称】";

    private const int MostInLiteral = 250;

    public static Cell Text(int column, int row, string text, uint style)
    {
        if (!text.Contains(EntryDraft.Entity, StringComparison.Ordinal))
        {
            return TableSheet.Text(column, row, text, style);
        }

        return Formula(column, row, Joined(text), style, text.Replace(EntryDraft.Entity.ToString(), NoName, StringComparison.Ordinal));
    }

    /// <summary>连成一句的公式。</summary>
    public static string Joined(string text)
    {
        var parts = new List<string>();
        foreach (var (i, words) in text.Split(EntryDraft.Entity).Index())
        {
            if (i > 0)
            {
                parts.Add($"IF({EntryBasics.Entity}=\"\",\"{NoName}\",{EntryBasics.Entity})");
            }

            parts.AddRange(words.Chunk(MostInLiteral).Select(c => "\"" + new string(c).Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
        }

        return string.Join('&', parts);
    }

    /// <summary>公式的一格。</summary>
    public static Cell Formula(int column, int row, string formula, uint style, string shown = "") => new(new CellFormula(formula), new CellValue(shown))
    {
        CellReference = SheetFormulas.Letters(column) + row.ToString(CultureInfo.InvariantCulture),
        StyleIndex = style,
        DataType = CellValues.String,
    };
}
