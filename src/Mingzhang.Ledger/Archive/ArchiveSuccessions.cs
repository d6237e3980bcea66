using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Ledger.Archive;

/// <summary>归档的撤并：a unit that is no more, by the name under which it published, and the one that it became part of.</summary>
/// <param name="Year">The first year without it.</param>
/// <param name="Code">The code of its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Successor">The code of the one that took it over; empty where it ended.</param>
/// <param name="SuccessorName">The name of that one.</param>
internal sealed record ArchivedSuccession(int Year, string Code, string Name, string Successor, string SuccessorName);

internal partial interface IArchive
{
    /// <summary>一个主体的撤并：what became of it, and which became part of it, earlier years first.</summary>
    IReadOnlyList<ArchivedSuccession> Successions(Body body);
}

internal sealed partial class ArchiveReader
{
    private const string Successions_ = "SELECT year, code, name, successor, successor_name FROM archive_successor";

    public IReadOnlyList<ArchivedSuccession> Successions(Body body) => statements.Rows(Successions_ + " WHERE code = @code OR successor = @code ORDER BY year, code", SuccessionRow, ("code", body.Code));

    /// <summary>由一行。</summary>
    public static ArchivedSuccession SuccessionRow(DbDataReader r) => new((int)r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4));

    // Pages change with it though nothing was filed; there are few.
    private string Succeeded() => statements.Rows(Successions_ + " ORDER BY code", SuccessionRow) is { Count: > 0 } all ? "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))))[..8] : "";
}
