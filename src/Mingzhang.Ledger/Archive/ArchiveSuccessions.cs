using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>归档的撤并：a unit that is no more, by the name under which it published, and the one that it became part of.</summary>
/// <param name="Year">The first year without it.</param>
/// <param name="Code">The code of its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Successor">The code of the one that took it over; empty where it ended.</param>
/// <param name="SuccessorName">The name of that one.</param>
internal sealed record ArchivedSuccession(int Year, string Code, string Name, string Successor, string SuccessorName)
{
    private const string Rows = "SELECT year, code, name, successor, successor_name FROM archive_successor";

    /// <summary>全部，按地址码; there are few.</summary>
    public static IReadOnlyList<ArchivedSuccession> All(Statements statements) => [.. statements.Rows(Rows, Row).OrderBy(s => s.Code, StringComparer.Ordinal)];

    /// <summary>一个主体的，早的在前。</summary>
    public static IReadOnlyList<ArchivedSuccession> Of(Statements statements, string code) => statements.Rows(Rows + " WHERE code = @code OR successor = @code ORDER BY year, code", Row, ("code", code));

    private static ArchivedSuccession Row(DbDataReader r) => new((int)r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4));
}

internal partial interface IArchive
{
    /// <summary>一个主体的撤并：what became of it, and which became part of it, earlier years first.</summary>
    IReadOnlyList<ArchivedSuccession> Successions(Body body);
}

internal sealed partial class ArchiveReader
{
    public IReadOnlyList<ArchivedSuccession> Successions(Body body) => ArchivedSuccession.Of(statements, body.Code);

    // Pages change with it though nothing was filed.
    private string Succeeded() => ArchivedSuccession.All(statements) is { Count: > 0 } all ? "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))))[..8] : "";
}
