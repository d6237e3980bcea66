using System.Globalization;
using System.Text;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reports;

/// <summary>表册的说明：books and forms as text, for the command and the generated documentation.</summary>
public static class FormsReport
{
    /// <summary>全部表册、一册或一表; null where there is no such key.</summary>
    public static string? Show(Library library, string? key)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (key is null)
        {
            var list = new StringBuilder();
            foreach (var book in library.Books)
            {
                list.AppendLine(CultureInfo.InvariantCulture, $"{book.Key}  {book.Name.Chinese}  {book.Name.English}  ({book.Forms.Count} 张表 / forms)");
                foreach (var form in book.Forms)
                {
                    list.AppendLine(CultureInfo.InvariantCulture, $"  {form.Key}  {form.Title}");
                }
            }

            return list.AppendLine("全部有效 / all valid").ToString();
        }

        if (library.Book(key) is { } whole)
        {
            return string.Concat(whole.Forms.Select(f => One(library, f)));
        }

        return library.Books.SelectMany(b => b.Forms).FirstOrDefault(f => f.Key == key || Fold.Label(f.Key) == Fold.Label(key)) is { } one ? One(library, one) : null;
    }

    /// <summary>一张表式。</summary>
    public static string One(Library library, Form form)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder();
        var meaning = library.Lexicon.Read(form.Title.Replace("{Y}年", "", StringComparison.Ordinal)).Point;
        var point = form.At is { } at ? meaning.Narrow(at) : meaning;
        text.AppendLine(CultureInfo.InvariantCulture, $"表{form.Number} {form.Title}  [{form.Layout}]  {point}");
        foreach (var alias in form.Aliases)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  又名 {alias}");
        }

        foreach (var (leaf, path) in form.Columns.SelectMany(c => c.Leaves([])))
        {
            var what = leaf.Kind == ColumnKind.Amount ? path.Aggregate(library.Space.Everything, (p, l) => p.Narrow(library.Lexicon.Read(l.Replace("{Y}年", "", StringComparison.Ordinal)).Point)).ToString() : leaf.Kind.ToString();
            text.AppendLine(CultureInfo.InvariantCulture, $"  栏 {string.Join('/', path)}  {what}");
        }

        Rows(text, form.Rows, 1);
        if (form.Nil is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  空表 {form.Nil}");
        }

        return text.AppendLine().ToString();
    }

    private static void Rows(StringBuilder text, IReadOnlyList<FormRow> rows, int depth)
    {
        foreach (var row in rows)
        {
            var name = row.Codes is null ? row.Label + (row.Optional ? "（有数才印）" : "") : $"按 {row.Codes} {string.Join('/', row.Lengths)} 位";
            text.Append(' ', depth * 2).AppendLine(CultureInfo.InvariantCulture, $"行 {(row.Side.Length > 0 ? row.Side + "：" : "")}{name}");
            Rows(text, row.Children, depth + 1);
        }
    }
}
