using Mingzhang.Budget;

namespace Mingzhang.Ledger;

/// <summary>不能办的事：what was refused and why, with its remedy, and the cell where an import met it.</summary>
internal sealed record Problem(Reason Message, Reason Remedy, SheetCell? At = null)
{
    private const int Longest = 40;

    /// <summary>消息里引用的文字：not longer than a person reads.</summary>
    public static string Shown(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    /// <summary>由四句话。</summary>
    public static Problem Of(string chinese, string english, string remedy, string remedyEnglish) => new(new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}

/// <summary>表格中的位置：sheet, row and column, from 1.</summary>
internal sealed record SheetCell(string Sheet, int Row, int Column)
{
    /// <summary>列名，如 C、AA; empty for a whole row.</summary>
    public string Letters
    {
        get
        {
            var letters = "";
            for (var n = Column; n > 0; n = (n - 1) / 26)
            {
                letters = (char)('A' + ((n - 1) % 26)) + letters;
            }

            return letters;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Sheet}!{Letters}{Row.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
