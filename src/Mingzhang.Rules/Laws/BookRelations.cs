namespace Mingzhang.Rules.Laws;

/// <summary>表册所定的相等关系：two points that a book prints equal although no law says so; declared with the book.</summary>
public static class BookRelations
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ006";

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var declared in context.Book?.Relations ?? [])
        {
            foreach (var left in context.Figures.All.Where(f => !f.IsChange && f.State == FigureState.Printed && declared.Left.Contains(f.Statement.Point) && Same(declared.Left, f.Statement.Point)))
            {
                var right = declared.Right;
                foreach (var member in left.Statement.Point.Members.Where(m => right[m.Dimension] is null))
                {
                    right = right.With(member);
                }

                foreach (var other in context.At(right).Where(f => f.State == FigureState.Printed).Take(1))
                {
                    yield return new LinearRelation(Id, declared.Severity, declared.Name, left, [new Term(other, 1)]);
                }
            }
        }
    }

    // Beyond year, phase and entity the figure narrows nothing that the declaration does not.
    private static bool Same(Budget.Point declared, Budget.Point point) =>
        point.Members.All(m => m.Dimension.Key is "year" or "phase" or "entity" || declared[m.Dimension] is not null);
}
