using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Writing;

/// <summary>要说明的变动：a change of which the book asks the reason, with the functions that drive it and how much of it the reason names.</summary>
/// <param name="Key">Key of the words that give the reason.</param>
/// <param name="Point">What changed, this year.</param>
/// <param name="Before">Last year, in yuan.</param>
/// <param name="Now">This year, in yuan.</param>
/// <param name="Drivers">Functions that changed, the largest change first.</param>
/// <param name="Reason">The reason as it is written; null where none is yet.</param>
/// <param name="Named">Share of the change that the reason names; null where nothing changed.</param>
public sealed record ReasonedChange(string Key, Point Point, decimal Before, decimal Now, IReadOnlyList<ChangeDriver> Drivers, string? Reason, decimal? Named)
{
    private const int Item = 7;

    /// <summary>一册所要说明的全部变动: where its sentences compare with last year and then ask why.</summary>
    public static IReadOnlyList<ReasonedChange> Of(Library library, FormBook book, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(draft);
        var start = draft.Start(library.Space);
        return [.. book.Sections.SelectMany(s => Asked(s, start)).DistinctBy(a => a.Key).Select(a => One(library, draft, a))];
    }

    private static IEnumerable<Question> Asked(SectionForm section, Point above)
    {
        var at = section.At is { } own ? above.Narrow(own) : above;
        foreach (var sentence in section.Sentences.Concat(section.Stated.Select(s => s.Sentence)))
        {
            Point? compared = null;
            foreach (var part in sentence.Parts)
            {
                compared = part.Kind is SlotKind.Compare or SlotKind.Delta or SlotKind.Growth ? at.Narrow(part.At!) : compared;
                if (part.Kind == SlotKind.Why)
                {
                    var point = at.Narrow(part.At!);
                    yield return new Question("why " + part.At!.Key("purpose"), point);
                }
                else if (part.Kind == SlotKind.Text && part.Words.StartsWith("why", StringComparison.Ordinal) && !part.Words.EndsWith('*') && compared is not null)
                {
                    yield return new Question(part.Words, compared);
                }
            }
        }

        foreach (var below in section.Children.SelectMany(c => Asked(c, at)))
        {
            yield return below;
        }
    }

    private static ReasonedChange One(Library library, Draft draft, Question asked)
    {
        var before = asked.Point.With(library.Space.Member("year", (draft.Year - 1).ToString(CultureInfo.InvariantCulture))!);
        var (then, now) = (draft.Cube.At(before) ?? 0, draft.Cube.At(asked.Point) ?? 0);
        var reason = draft.Words.GetValueOrDefault(asked.Key);
        var said = Fold.Label(reason ?? "");

        // Some reasons speak of functions, others of kinds of spending or of projects: what names most of the change is what they speak of.
        var functions = Along("function", [.. new[] { asked.Point, before }.SelectMany(p => draft.Cube.Codes("function", [Item], p)).Where(c => c.Length == Item).Distinct(StringComparer.Ordinal)], Function);
        var economic = Along("economic", [.. new[] { asked.Point, before }.SelectMany(p => draft.Cube.Codes("economic", [5], p)).Distinct(StringComparer.Ordinal)], code => Names(library.Catalogues["economic-department"], code, 3, 5));
        var projects = Along("project", [.. new[] { asked.Point, before }.SelectMany(draft.Cube.Projects).Distinct(StringComparer.Ordinal)], name => [name]);
        return new ReasonedChange(asked.Key, asked.Point, then, now, functions, reason, new[] { functions, economic, projects }.Max(d => new DividedChange(now - then, [.. d.Select(p => new ChangePart(p.Amount, p.Named))]).Explained));

        IReadOnlyList<string> Function(string code) => Names(library.Catalogues["functions"], code, 3, 5, Item);

        IReadOnlyList<string> Names(Forms.Codes.Catalogue catalogue, string code, params int[] lengths) =>
            [.. lengths.Where(n => n <= code.Length).Reverse().Select(n => (catalogue.Find(code[..n], draft.Year) ?? catalogue.Find(code[..n], draft.Year - 1))?.Name).OfType<string>()];

        IReadOnlyList<ChangeDriver> Along(string dimension, IReadOnlyList<string> keys, Func<string, IReadOnlyList<string>> names) =>
        [
            .. keys.Select(key =>
            {
                var member = library.Space.Member(dimension, key)!;
                var amount = (draft.Cube.At(asked.Point.With(member)) ?? 0) - (draft.Cube.At(before.With(member)) ?? 0);
                var called = names(key);
                return new ChangeDriver(key, called.Count > 0 ? called[0] : key, amount, said.Length > 0 && (said.Contains(key, StringComparison.Ordinal) || called.Any(n => said.Contains(Fold.Label(n), StringComparison.Ordinal))));
            }).Where(d => d.Amount != 0).OrderByDescending(d => Math.Abs(d.Amount)).ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }

    private sealed record Question(string Key, Point Point);
}

/// <summary>带动变动的一项。</summary>
/// <param name="Code">Code of the function.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">By how much it changed, in yuan.</param>
/// <param name="Named">Whether the reason names it, or the group that it belongs to.</param>
public sealed record ChangeDriver(string Code, string Name, decimal Amount, bool Named);
