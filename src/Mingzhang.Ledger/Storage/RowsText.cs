using System.Collections.Concurrent;
using System.Globalization;

namespace Mingzhang.Ledger.Storage;

/// <summary>多行写入的语句：made once for every number of rows. Its parameters are numbered ($1), which both databases know: a server is sent them as they are, and nothing has to look for names in a long text.</summary>
internal static class RowsText
{
    private static readonly ConcurrentDictionary<RowsKey, string> Texts = new();
    private static readonly string[] Names = [.. Enumerable.Range(1, 512).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>第几个参数的名, from zero.</summary>
    public static string Parameter(int index) => Names[index];

    /// <summary>是编号的参数。</summary>
    public static bool Numbered(string name) => name[0] == '$';

    public static string Of(string into, int rows, int columns) => Texts.GetOrAdd(new RowsKey(into, rows, columns),
        k => k.Into + " VALUES " + string.Join(", ", Enumerable.Range(0, k.Rows).Select(r => "(" + string.Join(", ", Enumerable.Range(r * k.Columns, k.Columns).Select(Parameter)) + ")")));

    private sealed record RowsKey(string Into, int Rows, int Columns);
}
