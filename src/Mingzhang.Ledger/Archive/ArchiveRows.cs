using System.Data.Common;
using System.Globalization;

namespace Mingzhang.Ledger.Archive;

/// <summary>行的读取：columns in the order of their lists.</summary>
internal static class ArchiveRows
{
    /// <summary>文件各列的个数。</summary>
    public const int Width = 34;

    public const string DocumentColumns = """
        d.id, d.hash, d.name, d.body, b.code, b.name, d.year, d.kind, d.scope, d.title, d.book, d.money_unit, d.encoding, d.format, d.pages, d.read_at, d.approved, d.published, d.replaces, d.replaced,
        d.statements, d.unbound, d.errors, d.warnings, d.notes, d.held, d.rounding, d.truncation, d.broken, d.inapplicable, d.unchecked, d.due, d.term, b.region
        """;

    public const string FromDocument = "FROM archive_document d LEFT JOIN archive_body b ON b.id = d.body";

    public const string StatementColumns = "s.id, s.kind, p.coordinates, s.year, s.phase, s.fen, s.unit, s.digits, s.precision, s.blank, s.raw, s.place, s.more, s.document";

    public const string FromStatement = "FROM archive_statement s JOIN archive_point p ON p.id = s.point";

    public static ArchivedDocument Document(DbDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Hash = r.GetString(1),
        Name = r.GetString(2),
        Body = r.IsDBNull(3) ? null : new Body(r.GetInt64(3), r.GetString(4), r.GetString(5)),
        Region = Text(r, 33) ?? "",
        Year = Whole(r, 6),
        Kind = r.GetString(7),
        Scope = r.GetString(8),
        Title = r.GetString(9),
        Book = Text(r, 10),
        MoneyUnit = Text(r, 11),
        Encoding = r.GetString(12),
        Format = r.GetString(13),
        Pages = Whole(r, 14),
        ReadAt = r.GetString(15),
        Approved = Text(r, 16),
        Published = Text(r, 17),
        Replaces = r.IsDBNull(18) ? null : r.GetInt64(18),
        Replaced = r.IsDBNull(19) ? null : r.GetInt64(19),
        Statements = (int)r.GetInt64(20),
        Unbound = (int)r.GetInt64(21),
        Errors = (int)r.GetInt64(22),
        Warnings = (int)r.GetInt64(23),
        Notes = (int)r.GetInt64(24),
        Coverage = [.. Enumerable.Range(25, 6).Select(i => (int)r.GetInt64(i))],
        Due = Text(r, 31),
        Term = Text(r, 32),
    };

    public static StatementRow Statement(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), Whole(r, 3), Text(r, 4), r.IsDBNull(5) ? null : r.GetInt64(5), Text(r, 6), Whole(r, 7) ?? 0, Whole(r, 8) ?? 0,
        r.GetInt64(9) != 0, r.GetString(10), r.GetString(11), Text(r, 12));

    public static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    public static decimal? Number(DbDataReader r, int column) => r.IsDBNull(column) ? null : decimal.Parse(r.GetString(column), CultureInfo.InvariantCulture);

    private static int? Whole(DbDataReader r, int column) => r.IsDBNull(column) ? null : (int)r.GetInt64(column);
}
