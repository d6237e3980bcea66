using System.Globalization;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Forms.Codes;

/// <summary>科目表的读取：CSV files of code, name, parent, valid_from, valid_to, source; old names from history.csv.</summary>
internal static class CatalogueLoading
{
    private static readonly string[] Keys = ["functions", "economic-department", "economic-government", "revenue", "fund-nature"];

    public static Dictionary<string, Catalogue> Load(DataSource source, Problems problems)
    {
        var old = Rows(source, "catalogue/history.csv", ["catalogue", "code", "old_name", "valid_from", "valid_to", "source"], problems)
            .GroupBy(r => r.Fields[0]).ToDictionary(g => g.Key, g => g.Select(r => Entry(r, 1, 2, 3, 4, 5, problems)).ToList(), StringComparer.Ordinal);
        var catalogues = new Dictionary<string, Catalogue>(StringComparer.Ordinal);
        foreach (var key in Keys)
        {
            var file = "catalogue/" + key + ".csv";
            var dated = key != "fund-nature";
            string[] header = dated ? ["code", "name", "parent", "valid_from", "valid_to", "source"] : ["code", "name", "parent", "source"];
            var rows = Rows(source, file, header, problems);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var entries = new List<CodeEntry>();
            foreach (var row in rows)
            {
                if (!seen.Add(row.Fields[0] + "," + (dated ? row.Fields[3] : "")))
                {
                    problems.Add(file, row.Line, $"编码 {row.Fields[0]} 重复", $"code {row.Fields[0]} is given twice");
                }

                entries.Add(dated ? Entry(row, 0, 1, 3, 4, 5, problems) : Entry(row, 0, 1, -1, -1, 3, problems));
            }

            entries.AddRange(old.GetValueOrDefault(key) ?? []);
            catalogues[key] = new Catalogue(key, entries);
        }

        return catalogues;
    }

    public static IReadOnlyList<Crosswalk> LoadCrosswalk(DataSource source, Problems problems) =>
        [.. Rows(source, "catalogue/economic-crosswalk.csv", ["government_code", "department_code", "applies_to", "source"], problems)
            .Select(r => new Crosswalk(r.Fields[0], r.Fields[1], r.Fields[2], r.Fields[3] != "knowledge"))];

    private static CodeEntry Entry(Row row, int code, int name, int from, int to, int source, Problems problems) => new(
        row.Fields[code], row.Fields[name], Year(row, from, problems), Year(row, to, problems), row.Fields[source] is "seed" or "printed");

    private static int? Year(Row row, int field, Problems problems)
    {
        if (field < 0 || row.Fields[field].Length == 0)
        {
            return null;
        }

        if (int.TryParse(row.Fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return year;
        }

        problems.Add(row.File, row.Line, $"“{row.Fields[field]}”不是年份", $"'{row.Fields[field]}' is no year");
        return null;
    }

    private static List<Row> Rows(DataSource source, string file, string[] header, Problems problems)
    {
        var rows = new List<Row>();
        if (source.Text(file) is not { } text)
        {
            problems.Add(file, 0, "缺少文件", "the file is missing");
            return rows;
        }

        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            var fields = line.TrimEnd('\r').Split(',');
            if (number == 1)
            {
                if (!fields.SequenceEqual(header))
                {
                    problems.Add(file, 1, "表头应为 " + string.Join(',', header), "the header must be " + string.Join(',', header));
                    return rows;
                }
            }
            else if (fields.Length != header.Length)
            {
                problems.Add(file, number, $"应有 {header.Length} 个字段", $"{header.Length} fields are needed");
            }
            else
            {
                rows.Add(new Row(file, number, fields));
            }
        }

        return rows;
    }

    private sealed record Row(string File, int Line, string[] Fields);
}

/// <summary>经济分类对照：a government economic code with a departmental one.</summary>
/// <param name="Government">政府预算经济分类款。</param>
/// <param name="Department">部门预算经济分类款。</param>
/// <param name="AppliesTo">机关/参公, 事业单位 or 全部.</param>
/// <param name="Verified">True where verified against a printed table.</param>
public sealed record Crosswalk(string Government, string Department, string AppliesTo, bool Verified);
