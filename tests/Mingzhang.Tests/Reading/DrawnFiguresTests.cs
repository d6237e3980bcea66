using System.Globalization;
using System.Text;

namespace Mingzhang.Tests.Reading;

/// <summary>抽查：300 drawn figures were judged against the pages by eye; each is still bound to what it measures.</summary>
public sealed class DrawnFiguresTests
{
    private static readonly Lazy<IReadOnlyList<DrawnFigure>> All = new(() =>
        [.. DrawnFigures.Documents().SelectMany(d => DrawnFigures.Of(d.Id, DrawnFigures.Read(d.File)))]);

    [Fact]
    public void Every_judged_figure_is_bound_to_what_the_document_says()
    {
        Shared.File("answers/docs.tsv");
        var now = All.Value.ToDictionary(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}\t{f.Ordinal}"), f => f.Line, StringComparer.Ordinal);
        var wrong = new StringBuilder();
        var expected = File.ReadAllLines(Repository.Path("tests", "Mingzhang.Tests", "Expectations", "drawn-figures.tsv")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        foreach (var line in expected)
        {
            var key = string.Join('\t', line.Split('\t').Take(5));
            if (!now.TryGetValue(key, out var read) || read != line)
            {
                wrong.AppendLine(CultureInfo.InvariantCulture, $"  should be {line}").AppendLine(CultureInfo.InvariantCulture, $"  is        {read ?? "not read, or elsewhere"}");
            }
        }

        Assert.True(wrong.Length == 0, $"of {expected.Count} judged figures:\n{wrong}");
    }

    [Fact]
    public void The_same_figures_are_drawn_each_time()
    {
        Shared.File("answers/docs.tsv");
        var drawn = DrawnFigures.Draw(All.Value);
        Assert.Equal(drawn, DrawnFigures.Draw([.. All.Value.Reverse()]).Reverse());
        Assert.Equal(300, drawn.Count);
        Assert.True(drawn.Count(f => f.Statement.Place.Table is null) >= 100, "at least a third stands in sentences");
        Assert.All(All.Value.GroupBy(f => f.Document), d => Assert.True(drawn.Count(f => f.Document == d.Key) >= Math.Min(8, d.Count()), d.Key));
        if (Environment.GetEnvironmentVariable("MINGZHANG_DRAW") is { } file)
        {
            File.WriteAllLines(file, drawn.Select(f => string.Create(CultureInfo.InvariantCulture,
                $"{f.Statement.Id}\t{f.Statement.Place.Page}\t{f.Statement.Place.Line}\t{f.Line}\t{f.Statement.Place.Section}\t{f.Statement.Place.Text}")));
        }
    }
}
