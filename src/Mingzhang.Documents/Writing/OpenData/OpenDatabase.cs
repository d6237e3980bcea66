using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Rules;
using SQLitePCL;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>数据库文件：the open data as one SQLite file: figures, codes, tables as printed, performance, checks, findings, what the columns mean and what the document is.
/// Exact decimals are text, amounts of whole fen integers beside them. Made in memory in one go, so that one version of SQLite always makes the same bytes.</summary>
public static class OpenDatabase
{
    private const int FormatVersion = 1;

    /// <summary>写成数据库文件。</summary>
    public static byte[] Write(Library library, Composed composed, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(composed);
        ArgumentNullException.ThrowIfNull(disclosure);
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        Run(connection, $"PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA user_version={FormatVersion.ToString(CultureInfo.InvariantCulture)}; BEGIN");
        IReadOnlyList<OpenSheet> sheets = [Facts(composed, disclosure), .. OpenSheets.Of(library, disclosure), .. OpenSheets.Of(Inspector.Check(disclosure, library))];
        foreach (var sheet in sheets)
        {
            Table(connection, sheet);
        }

        Table(connection, Columns(sheets));
        Run(connection, "COMMIT");
        return Image(connection);
    }

    private static OpenSheet Facts(Composed composed, Disclosure disclosure)
    {
        var facts = disclosure.Facts;
        return new OpenSheet("metadata", "文件", [new("name", "项目"), new("value", "内容")], ["name"],
        [
            ["title", composed.Title], ["entity", facts.Entity ?? ""], ["year", facts.Year?.ToString(CultureInfo.InvariantCulture) ?? ""],
            ["kind", facts.Kind.ToString().ToLowerInvariant()], ["scope", facts.Scope?.ToString().ToLowerInvariant() ?? ""], ["book", facts.Book ?? ""],
            ["currency", "CNY"], ["rules", RuleBook.Version], ["schema", "mingzhang-database/1"],
        ]);
    }

    private static OpenSheet Columns(IReadOnlyList<OpenSheet> sheets) => new("columns", "各表各列", [new("table", "表"), new("column", "列"), new("title", "名称"), new("type", "类型"), new("fiscal_type", "财政数据包的类型")], ["table", "column"],
        [.. sheets.SelectMany(s => s.Fields.Select(f => (IReadOnlyList<string>)[s.Name, f.Name, f.Title, f.Type, f.Fiscal ?? ""]))]);

    private static void Table(SqliteConnection connection, OpenSheet sheet)
    {
        var amount = sheet.Fields.ToList().FindIndex(f => f.Name == "amount");
        var columns = sheet.Fields.Select(f => Quoted(f.Name) + (f.Type is "integer" or "boolean" ? " INTEGER" : " TEXT")).ToList();
        var values = sheet.Fields.Select((_, i) => "@v" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        if (amount >= 0)
        {
            columns.Add("\"amount_fen\" INTEGER");
            values.Add("@fen");
        }

        Run(connection, $"CREATE TABLE {Quoted(sheet.Name)} ({string.Join(", ", columns)})");
        if (sheet.Keys.Count > 0)
        {
            Run(connection, $"CREATE INDEX {Quoted(sheet.Name + "_key")} ON {Quoted(sheet.Name)} ({string.Join(", ", sheet.Keys.Select(Quoted))})");
        }

        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {Quoted(sheet.Name)} VALUES ({string.Join(", ", values)})";
        foreach (var name in values)
        {
            insert.Parameters.Add(new SqliteParameter(name, null));
        }

        foreach (var row in sheet.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                insert.Parameters[i].Value = Value(sheet.Fields[i].Type, row[i]);
            }

            if (amount >= 0)
            {
                insert.Parameters[row.Count].Value = (object?)Fen(row[amount]) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static object Value(string type, string text) => (type, text.Length) switch
    {
        (_, 0) => DBNull.Value,
        ("integer", _) when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        ("boolean", _) => text == "true" ? 1L : 0L,
        _ => CsvCell.Defused(text),
    };

    // What is finer than a fen, or beyond all measure, has none.
    private static long? Fen(string yuan) =>
        decimal.TryParse(yuan, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < long.MaxValue / 100 && amount * 100 == Math.Truncate(amount * 100) ? (long)(amount * 100) : null;

    private static byte[] Image(SqliteConnection connection)
    {
        var image = raw.sqlite3_serialize(connection.Handle, "main", out var size, 0);
        try
        {
            var bytes = new byte[size];
            Marshal.Copy(image, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            raw.sqlite3_free(image);
        }
    }

    private static string Quoted(string name) => "\"" + name + "\"";

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
