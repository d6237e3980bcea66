using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>栏目以表头为准：what a table says is bound by its labels, never by the position of a column or row, in every form of every book.</summary>
public class ColumnsByHeaderTests
{
    public static TheoryData<string> Forms => [.. Documents.Library.Books.SelectMany(b => b.Forms).Where(f => f.Layout is not (FormLayout.Objective or FormLayout.Sheet)).Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_table_says_the_same_however_it_is_printed(string key)
    {
        var (book, form) = Find(key);
        var sheet = Sheets.Of(book, form);
        var plain = Said(Read(book, sheet, [Drawing.Plain(sheet)]));
        var wrong = new List<string>();
        foreach (var (name, blocks, money) in Variants.Of(sheet))
        {
            var read = Read(book, sheet, blocks);
            var said = Said(read);
            var expected = plain.Where(p => money.Contains(p.Key)).ToDictionary(StringComparer.Ordinal);
            if (read.Tables.Count != 1 || read.Tables[0].Form != key)
            {
                wrong.Add($"{name}: {string.Join(", ", read.Tables.Select(t => t.Form ?? "no form"))}");
            }

            wrong.AddRange(read.Unbound.Select(u => $"{name}: {u.Raw} unbound: {u.Reason.English} {u.Place.Row} {u.Place.Column}"));
            wrong.AddRange(money.Where(m => !said.ContainsKey(m) && !read.Unbound.Any(u => u.Raw == m)).Select(m => $"{name}: {m} not read"));
            wrong.AddRange(said.Where(s => expected.GetValueOrDefault(s.Key) != s.Value).Select(s => $"{name}: {s.Key} is {s.Value}, not {expected.GetValueOrDefault(s.Key)}"));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n" + string.Join('\n', wrong.Take(40)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_two_cells_of_a_table_say_the_same(string key)
    {
        var (book, form) = Find(key);
        var sheet = Sheets.Of(book, form);
        var read = Read(book, sheet, [Drawing.Plain(sheet)]);
        var twice = Said(read).GroupBy(s => s.Value).Where(g => g.Count() > 1).Select(g => g.Key + ": " + string.Join(", ", g.Select(s => s.Key)));
        Assert.Empty(twice);
    }

    private static (FormBook Book, Form Form) Find(string key) => Documents.Library.Books.SelectMany(b => b.Forms.Select(f => (b, f))).First(f => f.f.Key == key);

    private static Disclosure Read(FormBook book, Sheet sheet, IReadOnlyList<Block> blocks) => Reader.Read(
        new PaperDocument("sheet.txt", "", "", [Line($"云溪市档案局{Sheet.Year}年部门{(book.Kind == DocumentKind.Final ? "决算" : "预算")}", 1), Line("云溪市档案局公开以下内容。", 2), Line(sheet.Title, 4), Line($"单位：{sheet.Unit.Name}", 5), .. blocks]),
        Documents.Library, new ReadingChoice(book.Key, Sheet.Year, book.Kind));

    private static TextLine Line(string text, int line) => new(text, line, null, true) { Join = LineJoin.New };

    // Figure → what it is said to measure; no figure stands twice in a sheet.
    private static Dictionary<string, string> Said(Disclosure read) => read.Statements.Where(s => s is not AmountStatement { Blank: true })
        .GroupBy(s => s.Raw, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join(" & ", g.Select(What)), StringComparer.Ordinal);

    private static string What(Statement s) => s is ChangeStatement c ? $"change{(c.Percent is null ? "" : " %")} {c.Point} from {c.Base.Year} {c.Base.Phase}" : s.Kind + " " + s.Point;
}
