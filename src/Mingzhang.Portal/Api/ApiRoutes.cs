using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Api;

/// <summary>接口的全部地址：reading only, without a key.</summary>
internal static class ApiRoutes
{
    private static readonly ApiColumn[] DepartmentColumns = [new("code", "string", "code of the department in addresses"), new("name", "string", "name as printed")];

    private static readonly ApiColumn[] DocumentColumns =
    [
        new("document", "string", "key of the document in addresses"), new("sha256", "string", "hash of its bytes"), new("department", "string", "code of the department"), new("name", "string", "name of the department"), new("year", "integer", "year"), new("kind", "string", "budget or final"),
        new("scope", "string", "department or unit"), new("title", "string", "title as printed"), new("format", "string", "format of the file"), new("statements", "integer", "figures understood"), new("errors", "integer", "errors found"), new("warnings", "integer", "warnings found"),
        new("published", "string", "day of publication, where known"), new("filed", "string", "when it was filed"),
    ];

    private static readonly ApiColumn[] FigureColumns =
    [
        new("document", "string", "key of the document"), new("id", "string", "id of the figure in the document"), new("kind", "string", "amount, change, share, completion, count or nil"), new("point", "string", "what it measures, as coordinates"), new("name", "string", "what it measures, in words"),
        new("year", "integer", "year"), new("phase", "string", "budget, revised, executed or final"), new("yuan", "string", "amount in yuan; changes have their sign"), new("printed", "string", "as printed"), new("unit", "string", "unit in which it is printed"), new("place", "string", "where it stands"), new("page", "integer", "page of the original"),
        new("url", "string", "page of the figure"), new("bridge", "string", "what its code was called then, where it had another name"),
    ];

    private static readonly ApiColumn[] TextColumns = [new("document", "string", "key of the document"), new("name", "string", "name of the department"), new("year", "integer", "year"), new("kind", "string", "what kind of text"), new("text", "string", "the text"), new("place", "string", "where it stands")];

    private static readonly ApiColumn[] FindingColumns = [new("id", "string", "id of the finding"), new("rule", "string", "rule"), new("severity", "string", "error, warning or note"), new("title", "string", "title"), new("message", "string", "what was found"), new("suggestion", "string", "what may be right")];

    /// <summary>按次序。</summary>
    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("/departments", "All departments and units.", [], DepartmentColumns, (_, a, p) => Page(DepartmentColumns, a.Bodies(), p, b => [b.Body.Code, b.Body.Name])),
        new("/departments/{code}/documents", "Documents of a department, newest year first.", [new("code", "code of the department", true)], DocumentColumns, (v, a, p) => a.Body(Segment(v, 4)) is { } b ? Page(DocumentColumns, a.Documents(b), p, Document) : null),
        new("/departments/{code}/series", "One point of a department over years and phases.", [new("code", "code of the department", true), new("at", "coordinates, such as measure=expenditure purpose=三公/reception")], FigureColumns, Series),
        new("/documents", "Documents in force.", [new("year", "year")], DocumentColumns, (v, a, p) => Page(DocumentColumns, a.Documents(v.Year), p, Document)),
        new("/documents/{document}", "One document.", [new("document", "key of the document", true)], DocumentColumns, (v, a, p) => a.Document(Segment(v, 4)) is { } d ? Page(DocumentColumns, [d], p, Document) : null),
        new("/documents/{document}/figures", "Figures of a document; all or those at a point.", [new("document", "key of the document", true), new("at", "coordinates")], FigureColumns, Figures),
        new("/documents/{document}/findings", "What the checks of a document found.", [new("document", "key of the document", true)], FindingColumns, (v, a, p) => a.Document(Segment(v, 4)) is { } d
            ? Page(FindingColumns, a.Findings(d), p, f => [f.Finding.Id, f.Finding.Rule, f.Finding.Severity.ToString().ToLowerInvariant(), v.Say(f.Finding.Title), v.Say(f.Finding.Message), f.Finding.Suggestion is { } s ? v.Say(s) : null]) : null),
        new("/search", "Text and projects that hold the words.", [new("q", "words, two characters or more")], TextColumns, (v, a, p) => Page(TextColumns, a.Search(v.Ask("q"), ApiPage.Most), p, f => [f.Document.Key, f.Document.Body?.Name, f.Document.Year, f.Text.Kind.ToLowerInvariant(), f.Text.Said, v.English ? f.Text.Place.English : f.Text.Place.Chinese])),
    ];

    private static ApiView? Series(Visit v, IArchive archive, ApiPage page)
    {
        if (archive.Body(Segment(v, 4)) is not { } body || Point(v) is not { } point)
        {
            return null;
        }

        var whole = point.Key("entity") is null ? [point.With(v.Library.Space.Member("entity", "department")!), point.With(v.Library.Space.Member("entity", "unit")!), point] : new[] { point };
        return Page(FigureColumns, [.. whole.SelectMany(p => archive.Series(body, p, v.Site.Bridges)).DistinctBy(s => (s.Year, s.Phase)).OrderBy(s => s.Year)], page, s => Figure(v, s.Statement, s.Bridge));
    }

    private static ApiView? Figures(Visit v, IArchive archive, ApiPage page)
    {
        if (archive.Document(Segment(v, 4)) is not { } document || Point(v) is not { } point)
        {
            return null;
        }

        return Page(FigureColumns, [.. archive.Statements(document).Where(s => point.Completed().Contains(s.Statement.Point.Completed()))], page, s => Figure(v, s, null));
    }

    private static Point? Point(Visit v) => v.Library.Space.Parse(v.Ask("at"), out _);

    private static object?[] Document(ArchivedDocument d) =>
        [d.Key, d.Hash, d.Body?.Code, d.Body?.Name, d.Year, d.Kind.ToLowerInvariant(), d.Scope.ToLowerInvariant(), d.Title, d.Format, d.Statements, d.Errors, d.Warnings, d.Published, d.ReadAt];

    private static object?[] Figure(Visit v, ArchivedStatement s, string? bridge)
    {
        var statement = s.Statement;
        var fen = statement is ChangeStatement { Direction: Direction.Decrease } ? -s.Fen : s.Fen;
        return
        [
            s.Document.Key, statement.Id, statement.Kind, statement.Point.ToString(), PointName.Of(v.Library, statement.Point, v.English), PointText.Year(statement.Point), statement.Point.Key("phase"), fen is { } f ? (f / 100m).ToString("0.##", CultureInfo.InvariantCulture) : null, statement.Raw,
            StatementText.Printed(statement)?.Unit.Name, v.English ? statement.Place.English : statement.Place.Chinese, statement.Place.Page, "/cell/" + s.Document.Key + "." + Uri.EscapeDataString(statement.Id), bridge,
        ];
    }

    private static ApiView Page<T>(ApiColumn[] columns, IReadOnlyList<T> all, ApiPage page, Func<T, object?[]> row) => new(columns, [.. page.Of(all).Select(row)], all.Count);

    private static string Segment(Visit v, int part) => v.Path.Split('/') is var parts && part < parts.Length ? parts[part] : "";
}
