using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing;

/// <summary>公开文本的书写：a draft as text: narrative from the book's sentences, tables from its forms.</summary>
public static class DisclosureText
{
    /// <summary>写成文本; what it prints, the reader binds to the same points.</summary>
    public static string Write(Library library, FormBook book, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(draft);
        var text = new StringBuilder();
        var sentences = new SentencePrinter(library, book, draft);
        text.Append(draft.Entity).Append(CultureInfo.InvariantCulture, $"{draft.Year}年部门预算情况说明\n");
        foreach (var section in book.Sections)
        {
            Section(text, section, library.Space.Everything, sentences, draft);
        }

        if (book.Contact is { } contact)
        {
            text.Append('\n').Append(sentences.Print(contact, library.Space.Everything)).Append('\n');
        }

        foreach (var form in book.Forms)
        {
            Table(text, form, new FormPrinter(library, draft), draft, book);
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, SectionForm section, Point above, SentencePrinter sentences, Draft draft)
    {
        var point = section.At is { } at ? above.Narrow(at) : above;
        var separator = section.Number.EndsWith('.') || section.Number.EndsWith('）') ? "" : "、";
        text.Append('\n').Append(section.Number).Append(separator).Append(section.Titles[0]);
        var runIn = section.Sentences.Count > 0 && section.Sentences[0].Parts[0] is { Kind: SlotKind.Words, Words: ['：' or '。', ..] };
        text.Append(runIn ? "" : "\n");
        foreach (var sentence in section.Sentences)
        {
            text.Append(runIn ? "" : "\n").Append(sentences.Print(sentence, point)).Append('\n');
        }

        foreach (var nil in section.Nils.Where(n => (draft.Cube.At(n.Point) ?? 0) == 0))
        {
            text.Append('\n').Append(sentences.Print(nil.Sentence, point)).Append('\n');
        }

        for (var i = 0; i < section.Terms.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n（{Forms.Words.Numbering.Chinese(i + 1)}）{draft.Words.GetValueOrDefault("term " + section.Terms[i], section.Terms[i])}\n");
        }

        foreach (var child in section.Children)
        {
            Section(text, child, point, sentences, draft);
        }
    }

    private static void Table(StringBuilder text, Form form, FormPrinter printer, Draft draft, FormBook book)
    {
        var title = form.Title.Replace("{Y}", draft.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var dated = !string.Equals(title, form.Title, StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\n表{form.Number}\n\n{(dated ? "" : draft.Entity)}{title}\n\n");
        var rows = ObjectivePrinter.Rows(form, draft) ?? [.. printer.Header(form), .. printer.Rows(form)];
        if (form.Layout != FormLayout.Objective || form.At is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"单位：{book.Unit.Name}\n\n");
        }

        foreach (var row in rows)
        {
            text.AppendJoin('\t', row).Append('\n');
        }

        var empty = form.Layout switch
        {
            FormLayout.Objective => ObjectivePrinter.Empty(form, draft),
            FormLayout.Projects => !draft.Performance.Any(p => !p.Whole),
            _ => !printer.Rows(form).Any(r => r.Any(c => c.Contains('.', StringComparison.Ordinal))),
        };
        if (empty && form.Nil is { } nil)
        {
            text.Append('\n').Append(nil).Append('\n');
        }
    }
}
