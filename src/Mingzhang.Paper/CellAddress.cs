using System.Globalization;

namespace Mingzhang.Paper;

/// <summary>单元格地址：where in a workbook something stands.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Row, from 0.</param>
/// <param name="Column">Column, from 0.</param>
public sealed record CellAddress(string Sheet, int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>写法：D7, AB12.</summary>
    public string Name => Letter(Column) + (Row + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>列的字母：A, Z, AA.</summary>
    public static string Letter(int column)
    {
        var letters = "";
        for (var left = column; left >= 0; left = (left / Letters) - 1)
        {
            letters = (char)('A' + (left % Letters)) + letters;
        }

        return letters;
    }

    /// <summary>由写法读出行与列，均从 0 起; null where it is no address.</summary>
    public static (int Row, int Column)? Parse(ReadOnlySpan<char> name)
    {
        const int MostLetters = 3;
        const int MostDigits = 7;
        int column = 0, row = 0, at = 0;
        while (at < name.Length && name[at] is >= 'A' and <= 'Z')
        {
            column = (column * Letters) + name[at++] - 'A' + 1;
            if (at > MostLetters)
            {
                return null;
            }
        }

        var letters = at;
        while (at < name.Length && char.IsAsciiDigit(name[at]) && at - letters < MostDigits)
        {
            row = (row * 10) + name[at++] - '0';
        }

        return letters > 0 && row > 0 && at == name.Length ? (row - 1, column - 1) : null;
    }
}
