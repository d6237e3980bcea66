using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Words;

/// <summary>词汇的读取：lexicon.txt, and behind it what the user adds; a wording that is there already is refused, with the place where it stands.</summary>
internal static class LexiconLoading
{
    private const string File = "lexicon.txt";

    public static Lexicon Load(DataSource source, Space space, Problems problems, string? addition = null)
    {
        var phrases = new List<Phrase>();
        var columns = new Dictionary<string, ColumnKind>(StringComparer.Ordinal);
        var labels = new Dictionary<string, SheetLabel>(StringComparer.Ordinal);
        var topics = new List<Phrase>();
        var words = new Wordings(problems);
        var (titles, sheets, subjects) = (new Wordings(problems), new Wordings(problems), new Wordings(problems));
        string[] files = addition is null ? [File] : [File, addition];
        foreach (var root in files.SelectMany(f => Outline.Read(f, source.Text(f) ?? "", problems)))
        {
            switch (root.Key)
            {
                case "phrase":
                    var halves = root.Value.Split(" else ");
                    var point = Coordinates(halves[0], root, space, problems);
                    var otherwise = halves.Length > 1 ? Coordinates(halves[1], root, space, problems) : null;
                    Add(root, w => new Phrase(w.Text, w.Folded, point, otherwise, false));
                    break;
                case "topic":
                    var topic = Coordinates(root.Value, root, space, problems);
                    foreach (var word in Below(root))
                    {
                        subjects.Take(word);
                        topics.Add(new Phrase(word.Text, word.Folded, topic, null, false));
                    }

                    break;
                case "total":
                    Add(root, w => new Phrase(w.Text, w.Folded, null, null, true));
                    break;
                case "filler":
                    Add(root, w => new Phrase(w.Text, w.Folded, null, null, false));
                    break;
                case "column":
                    Named(root, columns, titles, "不认识的栏目种类", "unknown kind of column", problems);
                    break;
                case "label":
                    Named(root, labels, sheets, "不认识的行名种类", "unknown kind of label", problems);
                    break;
                default:
                    problems.Unknown(root);
                    break;
            }
        }

        return new Lexicon(space, phrases, topics, columns, labels);

        void Add(Outline root, Func<Word, Phrase> make)
        {
            foreach (var word in Below(root))
            {
                words.Take(word);
                phrases.Add(make(word));
            }
        }
    }

    private static IEnumerable<Word> Below(Outline root) => root.Children.SelectMany(c => c.Words.Select(w => new Word(c, w, Fold.Label(w))));

    private static Point? Coordinates(string text, Outline at, Space space, Problems problems)
    {
        var point = space.Parse(text, out var unknown);
        if (point is null)
        {
            problems.Add(at, $"不认识的坐标“{unknown}”", $"unknown coordinate '{unknown}'");
        }

        return point;
    }

    private static void Named<T>(Outline root, Dictionary<string, T> names, Wordings titles, string chinese, string english, Problems problems)
        where T : struct, Enum
    {
        if (!Enum.TryParse<T>(root.Value, ignoreCase: true, out var kind))
        {
            problems.Add(root, $"{chinese}“{root.Value}”", $"{english} '{root.Value}'");
            return;
        }

        foreach (var word in Below(root))
        {
            titles.Take(word);
            names[word.Folded] = kind;
        }
    }

    /// <summary>已有的写法：each wording once, over all files.</summary>
    private sealed class Wordings(Problems problems)
    {
        private readonly Dictionary<string, Outline> _seen = new(StringComparer.Ordinal);

        public void Take(Word word)
        {
            if (_seen.TryAdd(word.Folded, word.At))
            {
                return;
            }

            var first = _seen[word.Folded];
            if (first.File == word.At.File)
            {
                problems.Duplicate(word.At, word.Text);
            }
            else
            {
                problems.Add(word.At, $"“{word.Text}”在 {first.File} 第 {first.Line} 行已有", $"'{word.Text}' stands in {first.File}:{first.Line} already");
            }
        }
    }

    /// <summary>一种写法：where it stands, as written and as compared.</summary>
    private sealed record Word(Outline At, string Text, string Folded);
}
