using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing.OpenData;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>写数据表的一种格式：takes the tables of one document after another, keeps none of them.</summary>
internal interface ISheetWriter : IDisposable
{
    /// <summary>一份文件的各表。</summary>
    void Add(IReadOnlyList<OpenSheet> sheets);

    /// <summary>写完。</summary>
    void Complete();
}

/// <summary>各表各一个 CSV，带字节序标记，供电子表格识别。</summary>
internal sealed class CsvSheets(string folder, string prefix) : ISheetWriter
{
    private readonly Dictionary<string, StreamWriter> _files = new(StringComparer.Ordinal);

    /// <summary>各表的行数。</summary>
    public Dictionary<string, long> Rows { get; } = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<OpenSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            if (!_files.TryGetValue(sheet.Name, out var file))
            {
                _files[sheet.Name] = file = new StreamWriter(Path.Combine(folder, prefix + sheet.File), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16) { NewLine = "\r\n" };
                file.WriteLine(string.Join(',', sheet.Fields.Select(f => f.Name)));
                Rows[sheet.Name] = 0;
            }

            foreach (var row in sheet.Rows)
            {
                file.WriteLine(string.Join(',', row.Select(CsvCell.Quote)));
            }

            Rows[sheet.Name] += sheet.Rows.Count;
        }
    }

    public void Complete() => Dispose();

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }

        _files.Clear();
    }
}

/// <summary>一个 JSON：documents, each with its tables; what is empty is left out, money is text.</summary>
internal sealed class JsonSheets : ISheetWriter
{
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;

    public JsonSheets(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _json = new Utf8JsonWriter(_file, DataSetJson.Plain);
        _json.WriteStartObject();
        _json.WriteString("schema", "mingzhang-archive/1");
        _json.WriteStartArray("documents");
    }

    public void Add(IReadOnlyList<OpenSheet> sheets)
    {
        _json.WriteStartObject();
        Row(sheets[0], sheets[0].Rows[0]);
        foreach (var sheet in sheets.Skip(1))
        {
            _json.WriteStartArray(sheet.Name);
            foreach (var row in sheet.Rows)
            {
                _json.WriteStartObject();
                Row(sheet, row, from: 1);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    public void Complete()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        Dispose();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void Row(OpenSheet sheet, IReadOnlyList<string> row, int from = 0)
    {
        for (var i = from; i < row.Count; i++)
        {
            if (row[i].Length > 0 && row[i] != "false")
            {
                _json.WriteString(sheet.Fields[i].Name, row[i]);
            }
        }
    }
}

/// <summary>一个 SQLite 数据库：each table as one; amounts of whole fen as integers beside the exact text.</summary>
internal sealed class SqliteSheets : ISheetWriter
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private readonly List<OpenSheet> _known = [];

    public SqliteSheets(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
    }

    public void Add(IReadOnlyList<OpenSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            var insert = _inserts.TryGetValue(sheet.Name, out var known) ? known : _inserts[sheet.Name] = Table(sheet);
            var amount = sheet.Fields.ToList().FindIndex(f => f.Name == "amount");
            foreach (var row in sheet.Rows)
            {
                for (var i = 0; i < row.Count; i++)
                {
                    insert.Parameters[i].Value = row[i].Length == 0 ? DBNull.Value : sheet.Fields[i].Type == "integer" && long.TryParse(row[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : sheet.Fields[i].Type == "boolean" ? row[i] == "true" ? 1L : 0L : CsvCell.Defused(row[i]);
                }

                if (amount >= 0)
                {
                    insert.Parameters[row.Count].Value = decimal.TryParse(row[amount], NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) && Math.Abs(yuan) < long.MaxValue / 100 && yuan * 100 == Math.Truncate(yuan * 100) ? (long)(yuan * 100) : DBNull.Value;
                }

                insert.ExecuteNonQuery();
            }
        }
    }

    public void Complete()
    {
        foreach (var sheet in _known)
        {
            Run($"CREATE INDEX \"{sheet.Name}_key\" ON \"{sheet.Name}\" ({string.Join(", ", sheet.Keys.Select(k => "\"" + k + "\""))})");
        }

        Run("COMMIT");
        Dispose();
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
        {
            insert.Dispose();
        }

        _inserts.Clear();
        _connection.Dispose();
    }

    private SqliteCommand Table(OpenSheet sheet)
    {
        var columns = sheet.Fields.Select(f => $"\"{f.Name}\"{(f.Type is "integer" or "boolean" ? " INTEGER" : " TEXT")}").Concat(sheet.Fields.Any(f => f.Name == "amount") ? ["\"amount_fen\" INTEGER"] : Array.Empty<string>()).ToList();
        Run($"CREATE TABLE \"{sheet.Name}\" ({string.Join(", ", columns)})");
        _known.Add(sheet);
        var insert = _connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{sheet.Name}\" VALUES ({string.Join(", ", columns.Select((_, i) => "@v" + i.ToString(CultureInfo.InvariantCulture)))})";
        for (var i = 0; i < columns.Count; i++)
        {
            insert.Parameters.Add(new SqliteParameter("@v" + i.ToString(CultureInfo.InvariantCulture), null));
        }

        return insert;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
