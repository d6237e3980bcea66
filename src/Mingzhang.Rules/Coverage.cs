using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules;

/// <summary>核对范围：figures that no law could compare, and which table would have allowed it. A lost table must not look like a clean document.</summary>
internal static class Coverage
{
    public const string Id = "MZ009";

    public static IEnumerable<Check> Unwatched(LawContext context, IReadOnlyList<Relation> relations, int number)
    {
        var compared = relations.Where(r => r.Rule == Agreement.Id).SelectMany(r => r.Figures).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var absent = (context.Book?.Forms ?? []).Where(f => !context.Disclosure.Tables.Any(t => t.Form == f.Key)).Select(f => new { Form = f, Point = At(context, f) }).ToList();
        foreach (var figure in context.Figures.All.Where(f => f.Statement.Place.Table is null && f is { IsChange: false, State: FigureState.Printed } && !compared.Contains(f.Id)))
        {
            var id = "c" + (++number).ToString(CultureInfo.InvariantCulture);
            var form = absent.Find(a => a.Point.Contains(figure.Canonical) || a.Point.Contains(figure.Statement.Point.Completed()))?.Form;
            yield return form is null
                ? new Check { Id = id, Rule = Id, Outcome = Outcome.NotApplicable, Figures = [figure.Id], Why = new Reason("该数只在一处印出", "the figure is printed once only") }
                : new Check { Id = id, Rule = Id, Outcome = Outcome.NotChecked, Figures = [figure.Id], Why = new Reason($"缺少表{form.Number}《{form.Title}》", $"table {form.Number} '{form.Title}' is missing") };
        }
    }

    private static Point At(LawContext context, Form form)
    {
        var point = context.Library.Lexicon.Read(form.Title.Replace("{Y}年", "", StringComparison.Ordinal)).Point;
        return form.At is { } at ? point.Narrow(at) : point;
    }
}
