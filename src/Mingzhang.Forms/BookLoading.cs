using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;
using Mingzhang.Forms.Words;

namespace Mingzhang.Forms;

/// <summary>表册的读取：a folder with book.txt, narrative.txt and one table-NN.txt a form.</summary>
internal sealed class BookLoading(DataSource source, Space space, Lexicon lexicon, Problems problems)
{
    public IReadOnlyList<FormBook> Load()
    {
        var books = new List<FormBook>();
        foreach (var folder in source.Names.Where(n => n.EndsWith("/book.txt", StringComparison.Ordinal)).Select(n => n[..^"/book.txt".Length]))
        {
            foreach (var root in Read(folder + "/book.txt"))
            {
                if (root.Key == "book")
                {
                    books.Add(Book(root, folder));
                }
                else
                {
                    problems.Unknown(root);
                }
            }
        }

        return books;
    }

    private IReadOnlyList<Outline> Read(string file) => source.Text(file) is { } text ? Outline.Read(file, text, problems) : [];

    private FormBook Book(Outline root, string folder)
    {
        Fields(root, ["name", "kind", "scope", "unit", "since", "detect", "print"], repeatable: ["relation"]);
        if (folder != root.Value)
        {
            problems.Add(root, $"表册的键应与文件夹同名“{folder}”", $"the key of a book must be the name of its folder '{folder}'");
        }

        var unit = MoneyUnit.Find(Child(root, "unit")?.Value ?? "");
        if (unit is null)
        {
            problems.Add(root, "缺少 unit，或不是金额单位", "'unit' is missing or is no unit of money");
        }

        var detect = new List<BookSign>();
        foreach (var line in Child(root, "detect")?.Children ?? [])
        {
            if (int.TryParse(line.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && line.Value.Length > 0)
            {
                detect.Add(new BookSign([.. line.Value.Split('|', StringSplitOptions.TrimEntries).Select(Fold.Label)], weight));
            }
            else
            {
                problems.Add(line, "应写作：分量 词 | 词", "write: WEIGHT WORDS | WORDS");
            }
        }

        var forms = source.Names.Where(n => n.StartsWith(folder + "/table-", StringComparison.Ordinal)).SelectMany(Read)
            .Select(r => new FormLoading(space, lexicon, problems).Form(r, root.Value)).OfType<Form>().ToList();
        foreach (var group in forms.GroupBy(f => f.Number).Where(g => g.Count() > 1))
        {
            problems.Add(root, $"表{group.Key}有两份表式", $"form {group.Key} is given twice");
        }

        var narrative = Read(folder + "/narrative.txt");
        foreach (var item in narrative.Where(n => n.Key is not ("section" or "closing")))
        {
            problems.Unknown(item);
        }

        var sections = new SectionLoading(space, problems);
        return new FormBook
        {
            Key = root.Value,
            Name = Named(Child(root, "name")),
            Kind = Child(root, "kind")?.Value switch
            {
                "final" => DocumentKind.Final,
                "any" => DocumentKind.Unknown,
                _ => DocumentKind.Budget,
            },
            Scope = Child(root, "scope")?.Value switch
            {
                "department" => DocumentScope.Department,
                "unit" => DocumentScope.Unit,
                _ => null,
            },
            Unit = unit ?? MoneyUnit.TenThousand,
            Since = int.TryParse(Child(root, "since")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : null,
            Detect = detect,
            Forms = [.. forms.OrderBy(f => Numbering.Value(f.Number))],
            Sections = [.. narrative.Where(n => n.Key == "section").Select(sections.Section)],
            Relations = [.. root.Children.Where(c => c.Key == "relation").Select(Relation).OfType<Relationship>()],
            Print = Child(root, "print") is { } print ? Print(print) : null,
            Contact = narrative.Where(n => n.Key == "closing").SelectMany(n => n.Children).Where(c => c.Key == "contact").Select(sections.Sentence).FirstOrDefault(),
        };
    }

    private BookPrint Print(Outline at)
    {
        Fields(at, ["title", "number", "entity", "unit", "names"], repeatable: []);
        return new BookPrint(Of("title"), Of("number"), Of("entity"), Of("unit"), Of("names") == "yes");

        string Of(string key) => Child(at, key)?.Value ?? "";
    }

    private Relationship? Relation(Outline at)
    {
        var cut = at.Value.IndexOf(' ', StringComparison.Ordinal);
        var sides = at.Value[(cut + 1)..].Split('~', StringSplitOptions.TrimEntries);
        if (cut > 0 && sides.Length == 2 && Enum.TryParse<Severity>(at.Value[..cut], ignoreCase: true, out var severity)
            && space.Parse(sides[0], out _) is { } left && space.Parse(sides[1], out _) is { } right)
        {
            return new Relationship(severity, left, right, Named(Child(at, "name")));
        }

        problems.Add(at, "应写作：relation error|warning|note 坐标 ~ 坐标", "write: relation error|warning|note COORDINATES ~ COORDINATES");
        return null;
    }

    private static Reason Named(Outline? at) => at is null ? new Reason("", "") : new Reason(at.Pair.Chinese, at.Pair.English);

    private static Outline? Child(Outline at, string key) => at.Children.FirstOrDefault(c => c.Key == key);

    private void Fields(Outline at, string[] once, string[] repeatable) => Loading.Fields.Check(at, once, repeatable, problems);
}
