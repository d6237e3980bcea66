using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>词汇的读取：lexicon.txt.</summary>
internal static class LexiconLoading
{
    private const string File = "lexicon.txt";

    public static Lexicon Load(DataSource source, Space space, Problems problems)
    {
        var phrases = new List<Phrase>();
        var columns = new Dictionary<string, ColumnKind>(StringComparer.Ordinal);
        var labels = new Dictionary<string, SheetLabel>(StringComparer.Ordinal);
        var topics = new List<Phrase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Outline.Read(File, source.Text(File) ?? "", problems))
        {
            switch (root.Key)
            {
                case "phrase":
                    var halves = root.Value.Split(" else ");
                    var point = Coordinates(halves[0], root, space, problems);
                    var otherwise = halves.Length > 1 ? Coordinates(halves[1], root, space, problems) : null;
                    Add(root, w => new Phrase(w, Fold.Label(w), point, otherwise, false));
                    break;
                case "topic":
                    var topic = Coordinates(root.Value, root, space, problems);
                    topics.AddRange(root.Children.SelectMany(c => c.Words).Select(w => new Phrase(w, Fold.Label(w), topic, null, false)));
                    break;
                case "total":
                    Add(root, w => new Phrase(w, Fold.Label(w), null, null, true));
                    break;
                case "filler":
                    Add(root, w => new Phrase(w, Fold.Label(w), null, null, false));
                    break;
                case "column":
                    Named(root, columns, "不认识的栏目种类", "unknown kind of column", problems);
                    break;
                case "label":
                    Named(root, labels, "不认识的行名种类", "unknown kind of label", problems);
                    break;
                default:
                    problems.Unknown(root);
                    break;
            }
        }

        return new Lexicon(space, phrases, topics, columns, labels);

        void Add(Outline root, Func<string, Phrase> make)
        {
            foreach (var word in root.Children.SelectMany(c => c.Words.Select(w => (At: c, Word: w))))
            {
                var phrase = make(word.Word);
                if (!seen.Add(phrase.Folded))
                {
                    problems.Duplicate(word.At, word.Word);
                }

                phrases.Add(phrase);
            }
        }
    }

    private static Point? Coordinates(string text, Outline at, Space space, Problems problems)
    {
        var point = space.Parse(text, out var unknown);
        if (point is null)
        {
            problems.Add(at, $"不认识的坐标“{unknown}”", $"unknown coordinate '{unknown}'");
        }

        return point;
    }

    private static void Named<T>(Outline root, Dictionary<string, T> names, string chinese, string english, Problems problems)
        where T : struct, Enum
    {
        if (!Enum.TryParse<T>(root.Value, ignoreCase: true, out var kind))
        {
            problems.Add(root, $"{chinese}“{root.Value}”", $"{english} '{root.Value}'");
            return;
        }

        foreach (var word in root.Children.SelectMany(c => c.Words.Select(w => (At: c, Word: w))))
        {
            if (!names.TryAdd(Fold.Label(word.Word), kind))
            {
                problems.Duplicate(word.At, word.Word);
            }
        }
    }
}
