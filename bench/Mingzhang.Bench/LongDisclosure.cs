using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;
using Mingzhang.Pdf;

namespace Mingzhang.Bench;

/// <summary>二十五页的公开文本：a sampled Chongqing department to which functions, projects and their objectives are added until its PDF has as many pages.</summary>
/// <param name="Book">Its book.</param>
/// <param name="Draft">Its figures.</param>
internal sealed record LongDisclosure(FormBook Book, Draft Draft)
{
    private const int Pages = 25;
    private const int Step = 10;

    public static LongDisclosure Make()
    {
        var library = Library.Standard;
        var book = library.Book("cq-budget")!;
        var sampled = Sampler.Draft(library, book, 4);
        for (var more = 0; ; more += Step)
        {
            var draft = Longer(library, sampled, more);
            var file = WrittenFormats.Of(".pdf")!.Write(Written.Of(library, Composer.Compose(library, book, draft)));
            if (PdfDocument.Open(file.Bytes ?? throw new InvalidOperationException(file.Problem!.English)).PageCount >= Pages)
            {
                return new LongDisclosure(book, draft);
            }
        }
    }

    /// <summary>同一部门，加上若干功能、项目和目标。</summary>
    public static (FormBook Book, Draft Draft) With(int more)
    {
        var library = Library.Standard;
        var book = library.Book("cq-budget")!;
        return (book, Longer(library, Sampler.Draft(library, book, 4), more));
    }

    private static Draft Longer(Library library, Draft draft, int more)
    {
        var space = library.Space;
        var lines = draft.Cube.Lines.ToList();
        var objectives = draft.Performance.ToList();
        var start = space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={draft.Year} phase=budget entity=department fund=general"), out _)!;
        foreach (var (i, code) in library.Catalogues["functions"].Entries.Where(e => e.Code.Length == 7 && e.ValidIn(draft.Year)).DistinctBy(e => e.Code).Take(more).Index())
        {
            var at = start.With(space.Member("function", code.Code)!);
            var project = code.Name + "专项";
            lines.Add(new BudgetLine(at.With(space.Member("measure", "income")!), 1_234_567 + i, []));
            lines.Add(new BudgetLine(at.With(space.Member("measure", "expenditure")!).With(space.Member("nature", "project")!).With(space.Member("project", project)!), 1_234_567 + i, []));
            objectives.Add(draft.Performance[1] with { Name = project, Money = draft.Performance[1].Money! with { Amount = new Amount((1_234_567 + i) / 10_000m, MoneyUnit.TenThousand, 2) } });
        }

        return draft with { Cube = new Cube(space, lines), Performance = objectives };
    }
}
