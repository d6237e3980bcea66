using Mingzhang.Budget;
using Mingzhang.Documents.Reading.Sheets;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>项目绩效行：a project with its goal in its first row and one indicator in each row; or a project a row with its execution rate, its score
/// and its grade.</summary>
internal sealed class ProjectRows(ReadingContext context, string table)
{
    private readonly List<ProjectRow> _projects = [];
    private bool _tiered;

    public void Row(GridRow row, Header header)
    {
        var detailed = Has(header, ColumnKind.Indicator);
        if (!Has(header, ColumnKind.Project) || !(detailed || Has(header, ColumnKind.Rate) || Has(header, ColumnKind.Score) || Has(header, ColumnKind.Grade)))
        {
            return;
        }

        _tiered = !detailed || Has(header, ColumnKind.Level);
        var name = Fold.Label(Cell(row, header, ColumnKind.Project));
        if (name.Length > 0)
        {
            var at = context.Source.At(row, table) with { Row = name, Column = "当年绩效目标" };
            var rate = Has(header, ColumnKind.Rate) ? Points.Read(Cell(row, header, ColumnKind.Rate), at with { Column = "执行率" }) : null;
            var evaluation = detailed || !(Has(header, ColumnKind.Score) || Has(header, ColumnKind.Grade)) ? null : new SelfEvaluation
            {
                Outcome = "",
                Full = null,
                Total = Points.Read(Cell(row, header, ColumnKind.Score), at with { Column = "得分" }),
                Grade = SheetSubject.Ticked(Fold.Label(Cell(row, header, ColumnKind.Grade))),
                GradePlace = at with { Column = "等级" },
            };
            _projects.Add(new ProjectRow(name, Words(Cell(row, header, ColumnKind.Goal)), at, rate, evaluation, []));
        }

        if (detailed && _projects.Count > 0 && Indicator(row, header, table, _projects[^1].Name, context.Source) is { } indicator)
        {
            _projects[^1].Indicators.Add(indicator);
        }
    }

    public void Finish(IReadOnlyList<AmountStatement> statements)
    {
        foreach (var (name, goal, place, rate, evaluation, indicators) in _projects)
        {
            var amounts = statements.Where(s => s.Place.Order == place.Order).ToList();
            context.Performance.Add(new PerformanceObject
            {
                Table = table,
                Name = name,
                Whole = false,
                Money = amounts.FirstOrDefault(),
                Funding = rate is null ? [] : [new FundingLine { Label = name, Total = true, Amounts = amounts.FindAll(a => !a.Blank), Rate = rate }],
                Goal = goal,
                Place = place,
                Indicators = indicators,
                Tiered = _tiered,
                Evaluation = evaluation ?? (indicators.Exists(i => i.Score is { Value: not null }) ? new SelfEvaluation { Outcome = "", Full = null, Total = null, Grade = "", GradePlace = null } : null),
            });
        }
    }

    /// <summary>一行指标; null where the row holds none.</summary>
    public static Indicator? Indicator(GridRow row, Header header, string table, string owner, Source source)
    {
        var name = Fold.Label(Cell(row, header, ColumnKind.Indicator));
        var value = Cell(row, header, ColumnKind.Value);
        if (name.Length == 0 && value.Length == 0)
        {
            return null;
        }

        var weight = Cell(row, header, ColumnKind.Weight);
        var core = Fold.Label(Cell(row, header, ColumnKind.Core));
        return new Indicator
        {
            Name = name,
            Nature = Fold.Label(Cell(row, header, ColumnKind.Nature)),
            Value = value,
            Number = Number(value),
            Unit = Fold.Label(Cell(row, header, ColumnKind.Unit)),
            WeightText = weight,
            Weight = Number(weight),
            Core = core switch
            {
                "是" => true,
                "否" => false,
                _ => null,
            },
            Levels = [.. header.Columns.Select((c, i) => (c.Kind, Text: Fold.Label(row[i]))).Where(c => c.Kind == ColumnKind.Level && c.Text.Length > 0).Select(c => c.Text)],
            Actual = Cell(row, header, ColumnKind.Actual),
            Score = Has(header, ColumnKind.Score) ? Points.Read(Cell(row, header, ColumnKind.Score), source.At(row, table)) : null,
            Place = source.At(row, table) with { Row = owner + " / " + name },
        };
    }

    /// <summary>格中的文字: marks of the page's own language (&lt;p&gt;) and the blanks of wrapped lines taken out.</summary>
    public static string Words(string cell)
    {
        var text = cell;
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0; open = text.IndexOf('<', open + 1))
        {
            var close = text.IndexOf('>', open);
            if (close < 0 || close - open > 12 || !text[(open + 1)..close].All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or ' '))
            {
                continue;
            }

            text = text.Remove(open, close - open + 1);
            open--;
        }

        return string.Concat(text.Where((c, i) => !char.IsWhiteSpace(c) || (i > 0 && i + 1 < text.Length && char.IsAscii(text[i - 1]) && char.IsAscii(text[i + 1]))));
    }

    private static bool Has(Header header, ColumnKind kind) => header.Columns.Any(c => c.Kind == kind);

    private static string Cell(GridRow row, Header header, ColumnKind kind)
    {
        for (var c = 0; c < header.Columns.Count; c++)
        {
            if (header.Columns[c].Kind == kind)
            {
                return row[c];
            }
        }

        return "";
    }

    private static decimal? Number(string text) => NumberText.Read(text.TrimEnd('%', '％')) is { Kind: CellNumberKind.Number } number ? number.Value : null;
}

/// <summary>一个项目：its first row, and the indicators below it.</summary>
internal sealed record ProjectRow(string Name, string Goal, Place Place, Mark? Rate, SelfEvaluation? Evaluation, List<Indicator> Indicators);
