using System.Globalization;
using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Damage;

/// <summary>每个数都有人看：change any one money figure of the sound sample beyond rounding, and a finding names the place. Those that
/// nobody watches are a reviewed list, meant to shrink.</summary>
public class WatchTests
{
    [Fact]
    public void The_figures_of_the_sample_that_nobody_watches_are_as_reviewed()
    {
        var disclosure = Documents.Read(Documents.Sample);
        var unwatched = new StringBuilder();
        foreach (var figure in disclosure.Statements.Where(s => s is AmountStatement { Amount: { Value: not 0 }, Blank: false } or ChangeStatement { Amount: not null }))
        {
            var amount = Injury.AmountOf(figure);
            var wrong = (amount.Value + 7.77m).ToString("0.00", CultureInfo.InvariantCulture);
            var injured = new Injury("plus", figure, wrong + (figure.Place.Table is null ? "万元" : ""), null).Apply(Documents.Sample);
            if (!Documents.Check(injured).Findings.Any(f => f.Severity != Severity.Note))
            {
                unwatched.AppendLine(CultureInfo.InvariantCulture, $"{figure.Kind} {figure.Raw} {figure.Point}");
            }
        }

        Golden.Check("sample-unwatched.txt", unwatched.ToString());
    }

    [Fact]
    public void The_figures_of_the_council_document_that_nobody_watches_are_as_reviewed()
    {
        var text = Shared.Text(Shared.Council);
        var known = Documents.Check(text).Findings.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var unwatched = new StringBuilder();
        foreach (var figure in Documents.Read(text).Statements.Where(s => s is AmountStatement { Amount: { Value: not 0 }, Blank: false } or ChangeStatement { Amount: not null }))
        {
            var wrong = (Injury.AmountOf(figure).Value + 7.77m).ToString("0.00", CultureInfo.InvariantCulture);
            var injured = new Injury("plus", figure, wrong + (figure.Place.Table is null ? "万元" : ""), null).Apply(text);
            if (!Documents.Check(injured).Findings.Any(f => f.Severity != Severity.Note && !known.Contains(f.Id)))
            {
                unwatched.AppendLine(CultureInfo.InvariantCulture, $"{figure.Kind} {figure.Point}");
            }
        }

        Golden.Check("council-unwatched.txt", unwatched.ToString());
    }
}
