using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Citing;

/// <summary>引用核对：does the figure of a sentence exist? The sentence is read as one of a document of its department and year, by the reader that reads documents, and its figures are looked up at their points.</summary>
internal static partial class CitationCheck
{
    /// <summary>一次最多的字数。</summary>
    public const int MostCharacters = 500;

    private const char FullStop = '\u3002';

    private const int MostFound = 8, MostBodies = 6, MostFigures = 20;

    // A sentence says 支出 where a table prints 支出总计, and the other way round.
    private static readonly Dictionary<string, string> OtherMeasure = new(StringComparer.Ordinal) { ["expenditure"] = "uses", ["uses"] = "expenditure", ["income"] = "resources", ["resources"] = "income" };

    /// <summary>核对一句话。</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="library">The knowledge.</param>
    /// <param name="sentence">The words.</param>
    /// <param name="given">The department, where whoever asks knows it.</param>
    public static Citation Of(IArchive archive, Library library, string sentence, Body? given = null)
    {
        sentence = Plain().Replace(sentence.Length > MostCharacters ? sentence[..MostCharacters] : sentence, " ").Trim();
        IReadOnlyList<Body> bodies = given is not null ? [given] : [.. NamedBodies.In(sentence, archive.Bodies()).Take(MostBodies)];
        var year = Years().Match(sentence) is { Success: true } said ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        var documents = bodies.SelectMany(b => archive.Documents(b)).ToList();
        var final = Final().IsMatch(sentence);
        var read = Read(library, Bare(sentence, bodies), bodies.Count > 0 ? bodies[0].Name : null, year ?? documents.Select(d => d.Year).FirstOrDefault(y => y is not null), final);
        var statements = read.Statements.Where(s => s is not NilStatement and not AmountStatement { Amount: null }).DistinctBy(s => (s.Kind, s.Point, s.Raw)).Take(MostFigures);
        List<CitedFigure> figures = [.. statements.Select(s => Known(archive, library, bodies, documents, s)), .. read.Unbound.Take(MostFigures).Select(u => Unknown(archive, bodies, year, u.Raw))];
        return new Citation(sentence, bodies, year, figures);
    }

    private static CitedFigure Known(IArchive archive, Library library, IReadOnlyList<Body> bodies, List<ArchivedDocument> documents, Statement said)
    {
        if (bodies.Count == 0 || documents.Count == 0)
        {
            return new CitedFigure(said.Raw, said, CitedVerdict.NoDocument, [], []);
        }

        // Unless the sentence names a unit of the department, its points are those of the whole body.
        var points = Alternatives(library, said.Point);
        var there = bodies.SelectMany(b => points.SelectMany(p => archive.At(p, b, 2 * MostFound))).DistinctBy(s => (s.Document.Id, s.Statement.Id)).ToList();
        var found = there.Where(s => Same(said, s.Statement)).Take(MostFound).ToList();
        if (found.Count > 0)
        {
            return new CitedFigure(said.Raw, said, CitedVerdict.Matches, found, []);
        }

        var others = there.Where(s => s.Statement.GetType() == said.GetType()).Take(MostFound).ToList();
        var alike = StatementText.Printed(said) is { } amount ? Alike(archive, bodies, PointText.Year(said.Point), amount) : [];
        var verdict = others.Count > 0 ? CitedVerdict.Differs : alike.Count > 0 ? CitedVerdict.Elsewhere : documents.Exists(d => d.Year == PointText.Year(said.Point)) ? CitedVerdict.NoSuchFigure : CitedVerdict.NoDocument;
        return new CitedFigure(said.Raw, said, verdict, [], [.. others, .. alike.Take(MostFound)]);
    }

    private static CitedFigure Unknown(IArchive archive, IReadOnlyList<Body> bodies, int? year, string raw)
    {
        var alike = Printed(raw) is { } a ? Alike(archive, bodies, year, a) : [];
        return new CitedFigure(raw, null, alike.Count > 0 ? CitedVerdict.Elsewhere : CitedVerdict.Unread, [], alike);
    }

    private static List<ArchivedStatement> Alike(IArchive archive, IReadOnlyList<Body> bodies, int? year, Amount amount) =>
        [.. bodies.SelectMany(b => archive.Between(b, year, Fen(amount.Interval.Low), Fen(amount.Interval.High), MostFound)).Take(MostFound)];

    // A number whose words were not understood has its value and unit all the same.
    private static Amount? Printed(string raw)
    {
        var folded = Fold.Label(raw);
        return MoneyUnit.All.FirstOrDefault(u => folded.EndsWith(u.Name, StringComparison.Ordinal)) is { } unit && NumberText.Parse(folded[..^unit.Name.Length]) is var (value, digits) ? new Amount(value, unit, digits) : null;
    }

    private static List<Point> Alternatives(Library library, Point said)
    {
        var points = new List<Point>();
        IEnumerable<Point> measured = said.Key("measure") is { } key && OtherMeasure.TryGetValue(key, out var other) && library.Space.Member("measure", other) is { } member ? [said, said.With(member)] : [said];
        foreach (var point in measured)
        {
            points.Add(point);
            points.AddRange(new[] { "department", "unit" }.Where(e => point.Key("entity") is "department" or "unit" && point.Key("entity") != e).Select(e => point.With(library.Space.Member("entity", e)!)));
        }

        return points;
    }

    // Two prints say the same where the values that they stand for meet.
    private static bool Same(Statement said, Statement printed) => (said, printed) switch
    {
        (AmountStatement { Amount: { } a }, AmountStatement { Amount: { } b }) => a.Interval.Meet(b.Interval) is not null,
        (AmountStatement { Amount: { Value: 0 } }, NilStatement) => true,
        (ChangeStatement a, ChangeStatement b) => a.Base.Year == b.Base.Year && a.Direction == b.Direction && (a.Amount is null || (b.Amount is { } other && a.Amount.Value.Interval.Meet(other.Interval) is not null)) && (a.Percent is null || (b.Percent is { } percent && a.Percent.Value.Interval.Meet(percent.Interval) is not null)),
        (ShareStatement a, ShareStatement b) => a.Percent.Interval.Meet(b.Percent.Interval) is not null,
        (CompletionStatement a, CompletionStatement b) => a.Percent.Interval.Meet(b.Percent.Interval) is not null,
        (CountStatement a, CountStatement b) => a.Unit == b.Unit && a.Number == b.Number,
        _ => false,
    };

    private static Disclosure Read(Library library, string sentence, string? entity, int? year, bool final)
    {
        var title = $"{entity ?? library.Space.Member("entity", "department")!.Chinese}{year?.ToString(CultureInfo.InvariantCulture)}";

        // A line without a full stop could be one more line of the title.
        var paper = Opening.Bytes("sentence.txt", Encoding.UTF8.GetBytes(title + "\n\n" + sentence + (sentence.EndsWith(FullStop) ? "\n" : FullStop + "\n"))).Paper!;
        return Reader.Read(paper, library, new ReadingChoice(Year: year, Kind: final ? DocumentKind.Final : DocumentKind.Budget, Scope: DocumentScope.Department));
    }

    // The department is known by now; its name would be a word without meaning to the reader.
    private static string Bare(string sentence, IReadOnlyList<Body> bodies)
    {
        foreach (var body in bodies)
        {
            for (var from = 0; body.Name.Length - from >= 3; from++)
            {
                if (sentence.IndexOf(body.Name[from..], StringComparison.Ordinal) is >= 0 and var at)
                {
                    return sentence.Remove(at, body.Name.Length - from);
                }
            }
        }

        return sentence;
    }

    private static long Fen(decimal yuan) => (long)Math.Clamp(Math.Round(yuan * 100), long.MinValue / 2m, long.MaxValue / 2m);

    [GeneratedRegex(@"(20\d\d)\s*\u5e74")]
    private static partial Regex Years();

    [GeneratedRegex(@"\u51b3\u7b97")]
    private static partial Regex Final();

    [GeneratedRegex(@"[\u0000-\u001f\u007f-\u009f\s]+")]
    private static partial Regex Plain();
}
