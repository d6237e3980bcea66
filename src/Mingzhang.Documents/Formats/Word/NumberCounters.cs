using System.Text;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>编号的计数：what a word processor computes and prints before a paragraph.</summary>
internal sealed class NumberCounters(WordNumbering numbering)
{
    private const int Largest = 1_000_000;
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _begun = [];

    /// <summary>下一段的编号，连同其后的空格; empty where none is printed.</summary>
    public string Next(int number, int? asked, string? style)
    {
        if (number == 0 || numbering.Find(number) is not { } list)
        {
            return "";
        }

        var at = Math.Clamp(asked ?? list.LevelOf(style) ?? 0, 0, WordNumbering.Levels - 1);
        if (list[at] is not { } level)
        {
            return "";
        }

        Count(list, at, level);
        return level.Format == "bullet" ? "" : Spaced(Printed(list, at, level), level.Suffix);
    }

    // Lists made from the same abstract one go on counting, unless one of them says where it starts.
    private void Count(NumberedList list, int at, NumberLevel level)
    {
        if (!_counters.TryGetValue(list.Abstract, out var counters))
        {
            _counters[list.Abstract] = counters = new int?[WordNumbering.Levels];
        }

        if (_begun.Add(list.Number))
        {
            for (var i = 0; i < WordNumbering.Levels; i++)
            {
                counters[i] = list.Used.Starts[i] is null ? counters[i] : null;
            }
        }

        counters[at] = counters[at] is { } last ? Math.Min(last + 1, Largest) : Start(list, at, level);
        for (var below = at + 1; below < WordNumbering.Levels; below++)
        {
            if (list[below]?.Restart is not { } restart || at < restart)
            {
                counters[below] = null;
            }
        }
    }

    private static int Start(NumberedList list, int at, NumberLevel? level) => Math.Clamp(list.Used.Starts[at] ?? level?.Start ?? 1, 0, Largest);

    private string Printed(NumberedList list, int at, NumberLevel level)
    {
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var named = level.Text[++i] - '1';
                var own = list[named];
                var value = _counters[list.Abstract][named] ?? Start(list, named, own);
                text.Append(NumberWords.Of(value, level.Legal && named != at ? "decimal" : own?.Format ?? "decimal"));
            }
            else
            {
                text.Append(level.Text[i]);
            }
        }

        return text.ToString();
    }

    // A tab behind 一、 or （一） is no more than the room that the mark takes anyway.
    private static string Spaced(string label, string suffix) =>
        label.Length == 0 || suffix == "nothing" || label[^1] is '、' or '）' or '．' or '，' or '。' or '：' or '】' or '》' ? label : label + " ";
}
