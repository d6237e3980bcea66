using System.Globalization;
using System.Text.Json;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>由分析库按年度取数；where it does not answer, the archive itself does, and so it does what an index of it tells at once.</summary>
internal sealed class ClickHouseFigures(ColumnStore store, IYearFigures own) : IYearFigures
{
    private string Documents => ColumnTable.Document.In(store.Address);

    private string Headlines => ColumnTable.Headline.In(store.Address);

    private string HeadlinesHere => ColumnTable.Headline.Local(store.Address);

    public IReadOnlyList<YearCount> Years() => store.Ask<IReadOnlyList<YearCount>>(server => server.Rows(
        $"SELECT year, kind, count(), countIf(errors = 0), countIf(scope != 'Unit') FROM {Documents} FINAL WHERE replaced = 0 AND year != 0 GROUP BY year, kind ORDER BY year DESC, kind",
        r => new YearCount(Int(r[0]), r[1].GetString()!, Int(r[2]), Int(r[3]), Int(r[4]))), own.Years);

    public IReadOnlyList<long> Ranked(string item, YearDocuments of, int skip, int most) => Shallow(skip, most) ? own.Ranked(item, of, skip, most) : store.Ask<IReadOnlyList<long>>(
        server => Keys(server, $"SELECT document FROM {Headlines} FINAL WHERE {Stating(item, of.Year, of)} ORDER BY fen DESC, document DESC {Page(skip, most)}"), () => own.Ranked(item, of, skip, most));

    public int Ranked(string item, YearDocuments of) => store.Ask(
        server => server.Rows($"SELECT count() FROM {Headlines} FINAL WHERE {Stating(item, of.Year, of)}", r => Int(r[0]))[0], () => own.Ranked(item, of));

    // The headlines of a document stand on its shard, and are the same however often it was written.
    public IReadOnlyList<long> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most) => others.Count == 0 ? [] : store.Ask<IReadOnlyList<long>>(
        server => Keys(server, $"""
            SELECT document FROM {Documents} FINAL WHERE {InForce(of.Year, of)}
            AND document IN (SELECT document FROM {HeadlinesHere} WHERE item IN ({string.Join(", ", others.Select(ClickHouse.Text))}) AND {Dated(of.Year, of.Kind)})
            AND document NOT IN (SELECT document FROM {HeadlinesHere} WHERE item = {ClickHouse.Text(item)} AND {Dated(of.Year, of.Kind)}) ORDER BY folded, document {Page(skip, most)}
            """), () => own.Without(item, others, of, skip, most));

    // So do the documents of one body, whose region is one.
    public IReadOnlyList<Rise> Risen(string item, YearDocuments of, int skip, int most) => store.Ask<IReadOnlyList<Rise>>(server =>
    {
        var both = $"""
            FROM {Headlines} FINAL ANY INNER JOIN (SELECT body, scope, max(document) AS former, argMax(fen, document) AS former_fen FROM {HeadlinesHere} FINAL WHERE {Stating(item, of.Year - 1, of)} GROUP BY body, scope) USING (body, scope)
            WHERE {Stating(item, of.Year, of)}
            """;
        var found = Rows(server, $"SELECT document, former {both} ORDER BY fen - former_fen DESC, document {Page(skip, most)}");
        var all = found.Count == 0 ? 0 : server.Rows("SELECT count() " + both, r => Int(r[0]))[0];
        return [.. found.Select(k => new Rise(k.Document, k.Number, all))];
    }, () => own.Risen(item, of, skip, most));

    public IReadOnlyList<RowKey> Projects(YearDocuments of, int skip, int most) => Shallow(skip, most) ? own.Projects(of, skip, most) : store.Ask<IReadOnlyList<RowKey>>(
        server => Rows(server, $"SELECT document, number FROM {ColumnTable.Project.In(store.Address)} FINAL WHERE {InForce(of.Year, of)} ORDER BY fen DESC NULLS LAST, document, number {Page(skip, most)}"), () => own.Projects(of, skip, most));

    public IReadOnlyList<long> Code(string dimension, string code, int year, int skip, int most) => Shallow(skip, most) ? own.Code(dimension, code, year, skip, most) : store.Ask<IReadOnlyList<long>>(
        server => Keys(server, $"SELECT document FROM {ColumnTable.Code.In(store.Address)} FINAL WHERE dimension = {ClickHouse.Text(dimension)} AND code = {ClickHouse.Text(code)} AND year = {Number(year)} AND replaced = 0 ORDER BY fen DESC, document {Page(skip, most)}"),
        () => own.Code(dimension, code, year, skip, most));

    public IReadOnlyList<RowKey> At(long completed, int year, string phase, int most) => store.Ask<IReadOnlyList<RowKey>>(
        server => Rows(server, $"SELECT document, number FROM {ColumnTable.Statement.In(store.Address)} FINAL WHERE completed = {Number(completed)} AND year = {Number(year)} AND phase = {ClickHouse.Text(phase)} AND replaced = 0 ORDER BY document DESC, number {Page(0, most)}"),
        () => own.At(completed, year, phase, most));

    private bool Shallow(int skip, int most) => (long)skip + most <= store.Shallow;

    private static string Stating(string item, int year, YearDocuments of) => $"item = {ClickHouse.Text(item)} AND {InForce(year, of)}";

    private static string InForce(int year, YearDocuments of) => $"{Dated(year, of.Kind)} AND replaced = 0 AND body != 0{(of.Units ? "" : " AND scope != 'Unit'")}";

    private static string Dated(int year, string kind) => $"year = {Number(year)} AND kind = {ClickHouse.Text(kind)}";

    private static string Page(int skip, int most) => $"LIMIT {Number(skip)}, {Number(most)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<long> Keys(ClickHouse server, string query) => server.Rows(query, r => ClickHouse.Whole(r[0]));

    private static List<RowKey> Rows(ClickHouse server, string query) => server.Rows(query, r => new RowKey(ClickHouse.Whole(r[0]), ClickHouse.Whole(r[1])));

    private static int Int(JsonElement value) => checked((int)ClickHouse.Whole(value));
}
