using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>分数的读取：10, 9.5, 10分, 98.2%.</summary>
internal static class Points
{
    public static Mark Read(string text, Place place)
    {
        var number = NumberText.Read(Fold.Label(text).TrimEnd('分', '%'));
        return number.Kind == CellNumberKind.Number ? new Mark(text, number.Value, number.Digits, place with { Text = text }) : new Mark(text, null, 0, place with { Text = text });
    }
}
