using System.Numerics;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>路径数据：the abbreviated form: letters with their numbers: S M L Q B A C.</summary>
internal static class OfdPath
{
    /// <summary>描出路径。</summary>
    public static void Trace(ReadOnlySpan<char> data, Matrix3x2 toPage, DrawnPage page)
    {
        var numbers = new double[7];
        var (letter, count) = (' ', 0);
        foreach (var range in data.SplitAny(" \t\r\n,"))
        {
            var word = data[range];
            if (word.Length == 0)
            {
                continue;
            }

            if (char.IsAsciiLetter(word[0]))
            {
                Take(word[0]);
                word = word[1..];
            }

            if (word.Length > 0 && count < numbers.Length)
            {
                numbers[count++] = OfdElements.Number(word.ToString()) ?? 0;
                if (count == Needed(letter))
                {
                    Draw(letter, numbers.AsSpan(0, count), toPage, page);
                    count = 0;
                }
            }
        }

        void Take(char next)
        {
            (letter, count) = (next, 0);
            if (next is 'C' or 'Z')
            {
                page.Close();
            }
        }
    }

    private static int Needed(char letter) => letter switch { 'S' or 'M' or 'L' => 2, 'Q' => 4, 'B' => 6, 'A' => 7, _ => -1 };

    private static void Draw(char letter, ReadOnlySpan<double> numbers, Matrix3x2 toPage, DrawnPage page)
    {
        var end = Vector2.Transform(new Vector2((float)numbers[^2], (float)numbers[^1]), toPage);
        switch (letter)
        {
            case 'S' or 'M':
                page.Move(end.X, end.Y);
                break;
            case 'L':
                page.Line(end.X, end.Y);
                break;
            default:
                page.Curve(end.X, end.Y);
                break;
        }
    }
}
