using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>说明所需：every word, count and figure that the book's sentences ask for and no table prints.</summary>
/// <param name="Words">Words and counts.</param>
/// <param name="Each">Words for each code or project.</param>
internal sealed record EntryNeeds(IReadOnlyList<EntryNeed> Words, IReadOnlyList<EntryNeed> Each)
{
    /// <summary>逐项文字的行数。</summary>
    public const int Items = 60;

    /// <summary>每个科目一个数的键的结尾。</summary>
    public const string EachCode = " function=*";

    /// <summary>每个项目一个数的键的结尾。</summary>
    public const string EachProject = " project=*";

    private const int ItemCode = 7;

    public static EntryNeeds Of(Library library, FormBook book, int year)
    {
        var words = new Dictionary<string, EntryNeed>(StringComparer.Ordinal);
        var each = new Dictionary<string, EntryNeed>(StringComparer.Ordinal);
        foreach (var section in book.AllSections)
        {
            foreach (var sentence in section.Sentences.Concat(section.Stated.Select(s => s.Sentence)).Concat(section.Nils.Select(s => s.Sentence)).Concat(section.Each.Select(e => e.Sentence)))
            {
                Sentence(sentence);
            }

            foreach (var term in section.Terms.Select(t => "term " + t))
            {
                words.TryAdd(term, new EntryNeed(term, GapNames.Of(term, library, year), StandardTerms.Of(term) ?? Gap(GapNames.Of(term, library, year))));
            }
        }

        if (book.Contact is { } contact)
        {
            Sentence(contact);
        }

        return new EntryNeeds([.. words.Values], [.. each.Values]);

        void Sentence(Sentence sentence)
        {
            for (var i = 0; i < sentence.Parts.Count; i++)
            {
                var part = sentence.Parts[i];
                if (part.Kind == SlotKind.Count)
                {
                    var key = EntryBasics.CountKey + part.Words;
                    words.TryAdd(key, new EntryNeed(key, Before(sentence, i) + "（数量）", ""));
                }
                else if (part.Kind == SlotKind.Text && part.Words.EndsWith('*'))
                {
                    each.TryAdd(part.Words, new EntryNeed(part.Words, part.Words.StartsWith("use", StringComparison.Ordinal) ? "科目编码（七位），右栏填用途" : "项目名称，右栏填主要内容", ""));
                }
                else if (part.Kind is SlotKind.Text or SlotKind.Why)
                {
                    var key = part.Kind == SlotKind.Why ? "why " + part.At!.Key("purpose") : part.Words;
                    words.TryAdd(key, new EntryNeed(key, GapNames.Of(key, library, year), Gap(GapNames.Of(key, library, year))));
                }
            }
        }
    }

    /// <summary>说明要用而各表没有的数: asked for while an empty document was composed; those of each code under a key that ends in a star.</summary>
    public static EntryNeeds Figures(Space space, IEnumerable<Point> asked, Composed composed)
    {
        var printed = composed.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Point).OfType<Point>().Distinct().Select(p => new StatedTotal(p, 0)).ToList();
        var known = new Cube(space, [], printed);
        var unknown = asked.DistinctBy(p => p.Completed()).Where(p => known.At(p) is null).OrderBy(p => p.Key("year"), StringComparer.Ordinal).ToList();
        var (function, project) = (space.Dimension("function")!, space.Dimension("project")!);
        return new EntryNeeds(
            [.. unknown.Where(p => !Waits(p) && p[project] is null).Select(p => new EntryNeed(p.ToString(), Name(p), ""))],
            [.. unknown.Where(Waits).Where(p => p[function]!.Key.Length == ItemCode).Select(p => p.Without(function)).Distinct().Select(p => new EntryNeed(p + EachCode, Name(p), "")),
                .. unknown.Where(p => p[project] is not null).Select(p => p.Without(project)).Distinct().Select(p => new EntryNeed(p + EachProject, Name(p), ""))]);
    }

    private static string Name(Point point)
    {
        var phase = point.Key("phase") == "budget" ? "年初预算" : point.Members.First(m => m.Dimension.Key == "phase").Chinese;
        return $"{point.Key("year")}年{phase}：{string.Join(" · ", point.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "entity")).Select(m => m.Chinese))}";
    }

    private static bool Waits(Point point) => point.Members.Any(m => m.Dimension.Key == "function" && EntryDraft.Waits(m.Key));

    private static string Gap(string name) => $"【待填：{name}】";

    private static string Before(Sentence sentence, int at) =>
        at > 0 && sentence.Parts[at - 1].Kind == SlotKind.Words ? Fold.Label(sentence.Parts[at - 1].Words.Split('，', '。', '；', '、', '：')[^1]) : sentence.Parts[at].Words.ToString(CultureInfo.InvariantCulture);
}

/// <summary>所需的一项。</summary>
/// <param name="Key">Key of the words, or coordinates of the figure.</param>
/// <param name="Name">What an officer reads.</param>
/// <param name="Value">What stands in the cell at first.</param>
internal sealed record EntryNeed(string Key, string Name, string Value);
