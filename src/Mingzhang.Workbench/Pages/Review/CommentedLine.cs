using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>意见所指的一行：told by what stands in it, since nobody knows a line by its key.</summary>
internal static class CommentedLine
{
    /// <summary>意见所指: the line in words, or what the reviewer wrote where it is no line.</summary>
    public static string About(WorkVisit v, Reading r, Unit unit, string about) => LineRows.Of(r, unit).FirstOrDefault(l => l.Id == about) is { } line ? v.Say("work.comment.line", Said(v, line), Fen.TenThousand(line.Fen)) : about;

    /// <summary>一行的内容：what it measures, with the names of its codes.</summary>
    public static string Said(WorkVisit v, Line line)
    {
        var measure = v.Site.Library.Space.Member("measure", line.Measure);
        return string.Join(' ', new[] { v.Visit.English ? measure?.English : measure?.Chinese, v.Visit.English ? Names.FundEnglish(line.Fund) : Names.Fund(line.Fund), Codes(v, line), line.Details }.Where(t => !string.IsNullOrEmpty(t)));
    }

    /// <summary>一行的科目和项目，带名称。</summary>
    public static string Codes(WorkVisit v, Line line) => string.Join(' ', new[] { Code(v.Site.Library, "functions", line.Function, line.Year), Code(v.Site.Library, "economic-department", line.Economic, line.Year), line.Project }.Where(t => t.Length > 0));

    private static string Code(Library library, string catalogue, string code, int year) => library.Catalogues[catalogue].Find(code, year) is { } entry ? code + " " + entry.Name : code;
}
