using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Archive;

/// <summary>档案库的结构：its scripts, and what of an older archive only the program can work out.</summary>
internal static class ArchiveStructure
{
    /// <summary>补到本程序的结构。</summary>
    public static void Raise(IDatabase database, Statements statements, string at)
    {
        Migrations.Archive.Raise(database, statements, at);
        foreach (var body in statements.Rows("SELECT id, name FROM archive_body WHERE region IS NULL ORDER BY id", r => new Unplaced(r.GetInt64(0), r.GetString(1))))
        {
            statements.Run("UPDATE archive_body SET region = @region WHERE id = @id", ("region", Place(statements, body.Name)), ("id", body.Id));
        }

        if (database is PostgresDatabase)
        {
            StatementPartitions.Take(statements);
        }
    }

    /// <summary>一个主体所在的区域，计入区域的名录; empty where its name begins with none.</summary>
    public static string Place(Statements statements, string name)
    {
        if (RegionName.Of(name) is not { } region)
        {
            return "";
        }

        statements.Run("INSERT INTO archive_region (code, name, bodies) VALUES (@code, @name, 1) ON CONFLICT (code) DO UPDATE SET bodies = archive_region.bodies + 1", ("code", Filing.CodeOf(region)), ("name", region));
        return region;
    }

    private sealed record Unplaced(long Id, string Name);
}
