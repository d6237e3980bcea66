using Mingzhang.Budget;
using Mingzhang.Forms.Loading;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>小节的读取：narrative.txt.</summary>
internal sealed class SectionLoading(Space space, Problems problems)
{
    public SectionForm Section(Outline at)
    {
        Fields.Check(at, ["at", "terms", "optional", "items", "since", "tables"], ["section", "sentence", "nil", "stated", "each"], problems);
        var cut = at.Value.IndexOf(' ', StringComparison.Ordinal);
        if (cut < 0)
        {
            problems.Add(at, "应写作：section 序号 标题", "write: section NUMBER TITLE");
        }

        string[] titles = [.. at.Value[(cut + 1)..].Split('|', StringSplitOptions.TrimEntries)];
        return new SectionForm
        {
            Number = cut < 0 || at.Value[..cut] == "-" ? "" : at.Value[..cut],
            Titles = titles,
            Folded = [.. titles.Select(t => Fold.Label(FormLoading.Undated(t)))],
            Items = at.Children.Any(c => c is { Key: "items", Value: "yes" }),
            Since = int.TryParse(at.Children.FirstOrDefault(c => c.Key == "since")?.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var since) ? since : null,
            Optional = at.Children.Any(c => c is { Key: "optional", Value: "yes" }),
            At = at.Children.FirstOrDefault(c => c.Key == "at") is { } coordinates ? Coordinates(coordinates, coordinates.Value) : null,
            Sentences = [.. at.Children.Where(c => c.Key == "sentence").Select(Sentence).OfType<Sentence>()],
            Nils = [.. at.Children.Where(c => c.Key == "nil").Select(Nil).OfType<NilSentence>()],
            Stated = [.. at.Children.Where(c => c.Key == "stated").Select(Nil).OfType<NilSentence>()],
            Each = [.. at.Children.Where(c => c.Key == "each").Select(Each).OfType<EachSentence>()],
            Tables = at.Children.Any(c => c is { Key: "tables", Value: "yes" }),
            Terms = [.. at.Children.Where(c => c.Key == "terms").SelectMany(c => c.Value.Split(' '))],
            Children = [.. at.Children.Where(c => c.Key == "section").Select(Section)],
        };
    }

    public Sentence? Sentence(Outline at)
    {
        var sentence = Forms.Sentence.Parse(at.Value, space, out var fault);
        if (sentence is null)
        {
            problems.Add(at, $"不认识的空位“{fault}”", $"unknown slot '{fault}'");
        }

        return sentence;
    }

    private NilSentence? Nil(Outline at)
    {
        // Coordinates first, then the sentence.
        var words = at.Value.Split(' ');
        var coordinates = words.TakeWhile(w => w.Contains('=', StringComparison.Ordinal) && w[0] != '{').ToArray();
        var point = Coordinates(at, string.Join(' ', coordinates));
        var sentence = Forms.Sentence.Parse(string.Join(' ', words.Skip(coordinates.Length)), space, out var fault);
        if (sentence is null)
        {
            problems.Add(at, $"不认识的空位“{fault}”", $"unknown slot '{fault}'");
        }

        return point is null || sentence is null ? null : new NilSentence(point, sentence);
    }

    // each functions 7 SENTENCE, each projects SENTENCE
    private EachSentence? Each(Outline at)
    {
        var words = at.Value.Split(' ', 3);
        var (of, length, text) = words is ["functions", _, _] && int.TryParse(words[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits)
            ? (words[0], digits, words[2]) : words[0] == "projects" ? (words[0], 0, at.Value[(words[0].Length + 1)..]) : ("", 0, "");
        if (of.Length == 0)
        {
            problems.Add(at, "应写作：each functions 位数 句式，或 each projects 句式", "write: each functions DIGITS SENTENCE, or each projects SENTENCE");
            return null;
        }

        var sentence = Forms.Sentence.Parse(text, space, out var fault);
        if (sentence is null)
        {
            problems.Add(at, $"不认识的空位“{fault}”", $"unknown slot '{fault}'");
        }

        return sentence is null ? null : new EachSentence(of, length, sentence);
    }

    private Point? Coordinates(Outline at, string text)
    {
        var point = space.Parse(text, out var unknown);
        if (point is null)
        {
            problems.Add(at, $"不认识的坐标“{unknown}”", $"unknown coordinate '{unknown}'");
        }

        return point;
    }
}
