using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>资金落点：the lines of one project's money become statements at points of that project, and of no other.</summary>
internal sealed class FundingPoints(ReadingContext context, string table, int ordinal, Point at)
{
    private readonly Dimension _year = context.Space.Dimension("year")!;

    /// <summary>落点。</summary>
    /// <param name="lines">The lines of one object.</param>
    /// <param name="project">Its name among the projects of the document.</param>
    /// <param name="cells">Statements by row and column, to be filled.</param>
    public IReadOnlyList<FundingLine> Of(IReadOnlyList<PendingLine> lines, string project, Dictionary<(int Row, int Column), Statement> cells)
    {
        var whole = at.With(context.Space.Member("project", project)!);
        var digits = lines.SelectMany(l => l.Cells).Select(c => c.Number.Digits).DefaultIfEmpty(0).Max();
        var result = new List<FundingLine>();
        foreach (var block in lines.GroupBy(l => l.Block))
        {
            Tell([.. block]);
            var columns = new Dictionary<string, List<Statement>>(StringComparer.Ordinal);
            foreach (var line in block)
            {
                var amounts = new List<AmountStatement>();
                foreach (var cell in line.Cells)
                {
                    if (Statement(line, cell, whole, digits) is not { } statement)
                    {
                        continue;
                    }

                    context.Add(statement);
                    cells[(cell.Row, cell.Column)] = statement;
                    amounts.Add(statement);
                    if (line.Coordinates is not null && !block.Any(l => Nested(line, l)))
                    {
                        if (!columns.TryGetValue(cell.Head, out var column))
                        {
                            columns[cell.Head] = column = [];
                        }

                        column.Add(statement);
                    }
                }

                result.Add(new FundingLine { Label = line.Label, Total = line.Total, Amounts = amounts, Rate = line.Rate, Weight = line.Weight, Score = line.Score });
            }

            // A source without coordinates is missing from the sum, and one source alone need not be all: then parts only bound the whole.
            var open = block.Any(l => l.Coordinates is null && l.Filled) || block.Count(l => l.Coordinates is { } c && FundingWords.Narrows(c) && !block.Any(o => Nested(l, o))) < 2;
            foreach (var (head, statements) in columns.Where(c => c.Value.Count > 1))
            {
                context.Listings.Add(new Listing(ListingKind.Column, string.Join(" · ", new[] { table, project, head }.Where(w => w.Length > 0)), statements, Open: open, Closes: false));
            }
        }

        return result;
    }

    // What stands under 财政拨款 with 其中 need not be all of it: it is bounded by it, not added up.
    private static bool Nested(PendingLine line, PendingLine other) =>
        line.Coordinates is { } inner && other.Coordinates is { } outer && FundingWords.Narrows(outer) && outer.Contains(inner) && !outer.Equals(inner);

    // 财政拨款 over 当年财政拨款 and 上年结转: what was carried over is then appropriation too. Two lines of one source are told apart by their names only.
    private void Tell(List<PendingLine> block)
    {
        var nested = block.FindIndex(l => l.Coordinates?.ToString() == "fund=fiscal");
        var thisYear = block.FindIndex(l => l.Coordinates?.ToString() == "fund=fiscal origin=this-year");
        if (nested >= 0 && thisYear > nested)
        {
            foreach (var line in block.Skip(thisYear + 1).Where(l => l.Coordinates?.ToString() == "origin=carried"))
            {
                line.Coordinates = line.Coordinates!.With(context.Space.Member("fund", "fiscal")!);
            }
        }

        foreach (var same in block.Where(l => l.Coordinates is not null).GroupBy(l => l.Coordinates!).Where(g => g.Skip(1).Any()).ToList())
        {
            var only = same.Count(l => l.Filled) < 2 ? same.FirstOrDefault(l => l.Filled) ?? same.First() : same.Key.Members.Count == 0 ? same.First() : null;
            foreach (var line in same.Where(l => !ReferenceEquals(l, only)))
            {
                line.Coordinates = null;
            }
        }
    }

    private AmountStatement? Statement(PendingLine line, FundingCell cell, Point whole, int digits)
    {
        var printed = cell.Number.Kind == CellNumberKind.Number;
        if (printed && cell.Unit is null)
        {
            context.Fail(cell.Raw, cell.Place, "没有印出金额单位", "no unit of money is printed");
            return null;
        }

        var point = (line.Lifetime ? whole.Without(_year) : whole).Narrow(cell.Phase).Narrow(line.Coordinates ?? context.Space.Everything);
        return new AmountStatement
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"t{ordinal}.r{cell.Row + 1}.c{cell.Column + 1}"),
            Point = line.Coordinates is null ? point.With(context.Space.Member("item", line.Label)!) : point,
            Place = cell.Place with { Row = string.Join(" / ", new[] { whole.Key("project"), line.Label }) },
            Raw = cell.Raw,
            Amount = printed ? new Amount(cell.Number.Value, cell.Unit!, cell.Number.Digits).WithPrecision(digits) : null,
            Blank = !printed,
        };
    }
}
