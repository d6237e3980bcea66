using System.Text;

namespace Mingzhang.Tests;

/// <summary>随意损坏的文字：what an editor, a bad copy or an attacker may do to a file of data; the same seed always damages alike.</summary>
internal static class DamagedText
{
    public static string Of(string source, Random random, IReadOnlyList<string> pieces)
    {
        var text = new StringBuilder(source);
        for (var k = random.Next(1, 9); k > 0; k--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 60)));
                    break;
                case 1 when at < text.Length:
                    text[at] = (char)random.Next(1, 0x9fff);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(text.Length - at, random.Next(1, 300))));
                    break;
                case 3:
                    Lines(text, random);
                    break;
                case 4 when random.Next(8) == 0:
                    text.Length = at;
                    break;
                default:
                    text.Insert(at, pieces[random.Next(pieces.Count)]);
                    break;
            }
        }

        return text.ToString();
    }

    // A line goes somewhere else, as when lines are sorted or pasted.
    private static void Lines(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n').ToList();
        var from = random.Next(lines.Count);
        var line = lines[from];
        if (random.Next(2) == 0)
        {
            lines.RemoveAt(from);
        }

        lines.Insert(random.Next(lines.Count + 1), new string(' ', random.Next(5)) + line.TrimStart());
        text.Clear().AppendJoin('\n', lines);
    }
}
