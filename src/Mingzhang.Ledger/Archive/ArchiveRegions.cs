namespace Mingzhang.Ledger.Archive;

/// <summary>查阅区域：the places with which names of bodies begin. Departments alone, in force; units not at all, since their money is in their department's.</summary>
internal partial interface IArchive
{
    /// <summary>各区域，主体多的在前。</summary>
    IReadOnlyList<Region> Regions();

    /// <summary>按地址码取区域; null where there is none.</summary>
    Region? Region(string code);

    /// <summary>一个区域有部门文件的年度和种类，新年度在前。</summary>
    IReadOnlyList<RegionYear> Years(Region region);

    /// <summary>一个区域一个年度一种的部门文件，按名称。</summary>
    IReadOnlyList<ArchivedDocument> Documents(Region region, int year, string kind);
}

/// <summary>区域：its address is made of its name; and how many departments and units have a name that begins with it.</summary>
internal sealed record Region(string Code, string Name, int Bodies);

/// <summary>区域的一个年度一种文件。</summary>
internal sealed record RegionYear(int Year, string Kind);

/// <summary>区域的查阅：from the bodies of the region, of which there are few.</summary>
internal sealed partial class ArchiveReader
{
    private string OfRegion => $"FROM archive_body b {sql.Then} archive_document d{sql.ByBody} ON d.body = b.id WHERE b.region = @region AND d.replaced IS NULL AND d.scope <> 'Unit'";

    public IReadOnlyList<Region> Regions() => statements.Rows("SELECT code, name, bodies FROM archive_region ORDER BY bodies DESC, code", RegionRow);

    public Region? Region(string code) => statements.Rows("SELECT code, name, bodies FROM archive_region WHERE code = @code", RegionRow, ("code", code)).FirstOrDefault();

    public IReadOnlyList<RegionYear> Years(Region region) => statements.Rows($"SELECT DISTINCT d.year, d.kind {OfRegion} AND d.year IS NOT NULL ORDER BY d.year DESC, d.kind",
        r => new RegionYear((int)r.GetInt64(0), r.GetString(1)), ("region", region.Name));

    public IReadOnlyList<ArchivedDocument> Documents(Region region, int year, string kind) => statements.Rows(
        $"SELECT {ArchiveRows.DocumentColumns} {OfRegion} AND d.year = @year AND d.kind = @kind ORDER BY b.name, d.id", ArchiveRows.Document, ("region", region.Name), ("year", (long)year), ("kind", kind));

    private static Region RegionRow(System.Data.Common.DbDataReader r) => new(r.GetString(0), r.GetString(1), (int)r.GetInt64(2));
}
