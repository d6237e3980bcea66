using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>数据表：named columns and rows of text, the one shape from which CSV, descriptions and databases are made.</summary>
/// <param name="Name">Key, such as figures.</param>
/// <param name="Title">In words.</param>
/// <param name="Fields">Columns.</param>
/// <param name="Keys">Columns by which a row is found.</param>
/// <param name="Rows">As many values as columns; empty where there is none.</param>
internal sealed record OpenSheet(string Name, string Title, IReadOnlyList<OpenField> Fields, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>文件名。</summary>
    public string File => Name + ".csv";

    /// <summary>写成 CSV，不带字节序标记。</summary>
    public string Csv()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Fields.Select(f => f.Name)).Append("\r\n");
        foreach (var row in Rows)
        {
            text.AppendJoin(',', row.Select(CsvCell.Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>字节（CSV）。</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(Csv());
}

/// <summary>数据表的一列。</summary>
/// <param name="Name">Key.</param>
/// <param name="Title">In words.</param>
/// <param name="Type">string, number, integer or boolean.</param>
/// <param name="Fiscal">Type of the Fiscal Data Package; null where it has none.</param>
internal sealed record OpenField(string Name, string Title, string Type = "string", string? Fiscal = null);
