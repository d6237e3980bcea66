using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Mingzhang.Bench.Portal;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Bench.Whole;

/// <summary>账库、档案、网页：what the benchmarks of their own say, at sizes ten times apart, and a page beside the bare query of what it shows.</summary>
internal static class StoredFigures
{
    public static void Ledgers(Page page, string folder, IReadOnlyList<int> lines, int seconds)
    {
        page.Section("The ledger", "SQLite on this machine's disk; a department of 100 units at sizes ten times apart. Edits are acknowledged after their commit, one writer.");
        page.Head("lines", "what", "measured");
        foreach (var number in lines)
        {
            page.Told(number.ToString(CultureInfo.InvariantCulture), () => LedgerRates.Run(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ledger{number}.db")), 1, number, seconds));
        }
    }

    public static void Archives(Page page, string folder, IReadOnlyList<int> documents, int seconds, int rate)
    {
        page.Section("Archive, pages and search", string.Create(CultureInfo.InvariantCulture, $"Generated disclosures, written, read, checked and filed on SQLite; then a server in a process of its own: pages one after the other, each another department, code or word; then {rate} requests a second for {seconds} s, late from the moment at which they were due."));
        page.Head("documents", "what", "measured");
        foreach (var number in documents)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"archive{number}.db"));
            var named = number.ToString(CultureInfo.InvariantCulture);
            page.Told(named, () => GeneratedArchive.Fill(file, number));
            page.Row(named, "the file of the archive", string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(file).Length / 1048576.0:0} MB"));
            page.Told(named, () => PortalLoad.Run(file, seconds, rate, "http://127.0.0.1:5088"));
            page.Row(named, "bare query of what a department's page shows (all figures of its documents with their points), SQLite in this process", Bare(file));
        }
    }

    // What somebody would write who had the tables and no program: every figure that a department has published in a year.
    private static string Bare(string file)
    {
        using var store = ArchiveStore.Open(file, TimeProvider.System, Library.Standard.Space, create: false, out _)!;
        var documents = store.Read(a => a.Documents((int?)null)).Where(d => d is { Body: not null, Year: not null }).Take(200).ToList();
        using var connection = new SqliteConnection("Data Source=" + file + ";Mode=ReadOnly");
        connection.Open();
        var times = new List<double>();
        var rows = 0L;
        foreach (var document in documents)
        {
            var watch = Stopwatch.StartNew();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT d.title, s.fen, s.raw, p.coordinates FROM archive_body b JOIN archive_document d ON d.body = b.id JOIN archive_statement s ON s.document = d.id JOIN archive_point p ON p.id = s.point WHERE b.code = $code AND d.year = $year";
            command.Parameters.AddWithValue("$code", document.Body!.Code);
            command.Parameters.AddWithValue("$year", document.Year);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows += reader.GetString(3).Length > 0 ? 1 : 0;
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"median {times[times.Count / 2]:0.00} ms, p95 {times[times.Count * 95 / 100]:0.00} ms, {rows / documents.Count} rows");
    }
}
