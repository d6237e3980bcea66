using System.Globalization;

namespace Mingzhang.Ledger.Archive;

/// <summary>档案语句的写法：what differs between a file and a server, and what several questions have in common.</summary>
/// <param name="postgres">Whether it is a server.</param>
internal sealed class ArchiveSql(bool postgres)
{
    /// <summary>是否服务器。</summary>
    public bool Postgres => postgres;

    /// <summary>按主体的索引：few documents are of one body, many of one year; SQLite keeps no statistics by which it would know.</summary>
    public string ByBody => postgres ? "" : " INDEXED BY archive_document_body";

    /// <summary>然后连接：SQLite looks first at what stands first; else it may begin with an item of all documents.</summary>
    public string Then => postgres ? "JOIN" : "CROSS JOIN";

    /// <summary>一份文件的陈述：on a server the partition is named with the document, so that no other is looked into; with the parameters of <see cref="Parameters"/>.</summary>
    public string OfDocument => "s.document = @document" + (postgres ? " AND s.of_year = @of_year AND s.region = @region" : "");

    /// <summary>所连接的文件的陈述所在的分区: d is the document.</summary>
    public string OfJoined => postgres ? " AND s.of_year = COALESCE(d.year, 0)" : "";

    /// <summary>一个年度所列文件的陈述所在的分区: b is the body.</summary>
    public string OfListed => postgres ? " AND s.of_year = @year AND s.region = COALESCE(b.region, '')" : "";

    /// <summary>一个区域的分区。</summary>
    public string InRegion => postgres ? " AND s.region = @region" : "";

    /// <summary>若干年度的分区: their numbers as one text, @years.</summary>
    public string InYears => postgres ? " AND s.of_year = ANY (CAST(string_to_array(@years, ',') AS BIGINT[]))" : "";

    /// <summary>一列数：as one text, so that it is one question whatever their number.</summary>
    public string Listed(string name) => postgres ? $"SELECT CAST(x AS BIGINT) FROM unnest(string_to_array(@{name}, ',')) AS x" : $"SELECT value FROM json_each('[' || @{name} || ']')";

    /// <summary>一列文件中的行：of <see cref="Numbers(IEnumerable{RowKey})"/>.</summary>
    public string Pairs(string name) => postgres ? $"(SELECT CAST(x ->> 0 AS BIGINT) AS document, CAST(x ->> 1 AS BIGINT) AS number FROM jsonb_array_elements(CAST(@{name} AS JSONB)) AS x)"
        : $"(SELECT json_extract(value, '$[0]') AS document, json_extract(value, '$[1]') AS number FROM json_each(@{name}))";

    /// <summary>一份文件的参数。</summary>
    public static (string, object?)[] Parameters(ArchivedDocument document) => [("document", document.Id), ("of_year", Year(document)), ("region", document.Region)];

    /// <summary>若干份文件的年度。</summary>
    public static string YearsOf(IEnumerable<ArchivedDocument> documents) => Numbers(documents.Select(Year).Distinct());

    /// <summary>各数。</summary>
    public static string Numbers(IEnumerable<long> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    /// <summary>各行。</summary>
    public static string Numbers(IEnumerable<RowKey> keys) => "[" + string.Join(',', keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"[{k.Document},{k.Number}]"))) + "]";

    /// <summary>是否包括单位自己的。</summary>
    public static string Scope(YearDocuments of) => of.Units ? "" : " AND d.scope <> 'Unit'";

    /// <summary>一个年度的参数。</summary>
    public static (string, object?)[] Asked(YearDocuments of) => [("year", (long)of.Year), ("kind", of.Kind)];

    /// <summary>其中一页的参数。</summary>
    public static (string, object?)[] Asked(YearDocuments of, int skip, int most) => [.. Asked(of), ("most", (long)most), ("skip", (long)skip)];

    /// <summary>一个要目一页的参数。</summary>
    public static (string, object?)[] Asked(string item, YearDocuments of, int skip, int most) => [("item", item), .. Asked(of, skip, most)];

    // A document of no year stands with all of those.
    private static long Year(ArchivedDocument document) => document.Year ?? 0;
}
