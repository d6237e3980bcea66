using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Paper;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>常见的版式：documents as people's programs write them, every form of every book, tables over two pages, say what the text says.</summary>
public class LayoutTests
{
    public static TheoryData<string> Disclosures => ["sample", "final-accounts", "sh-department-budget"];

    public static TheoryData<string> Forms => [.. Documents.Library.Books.SelectMany(b => b.Forms).Where(f => f.Layout is not (FormLayout.Objective or FormLayout.Sheet or FormLayout.Projects or FormLayout.Single)).Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_document_written_by_an_office_program_says_what_the_text_says(string name)
    {
        var made = PrintedDisclosure.Of(name);
        var expected = Documents.Read(made.Text);
        for (var seed = 1; seed <= 5; seed++)
        {
            var read = Reader.Read(SmallWord.PaperOf(new WordPress(seed).Zip(made.Merged)), Documents.Library);
            Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
            Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
            Assert.Equal(Statements.Said(expected), Statements.Said(read));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_table_broken_into_two_says_the_same_with_or_without_its_header_again(string key)
    {
        var (book, form) = Documents.Library.Books.SelectMany(b => b.Forms.Select(f => (b, f))).First(f => f.f.Key == key);
        var sheet = Sheets.Of(book, form);
        var whole = Read(book, sheet, [Drawing.Spanned(sheet)]);
        foreach (var again in new[] { true, false })
        {
            var broken = Read(book, sheet, [.. Drawing.Turned(sheet, again).Where(b => b is Grid)]);
            Assert.Equal(Statements.Said(whole), Statements.Said(broken));
        }
    }

    private static Disclosure Read(FormBook book, Sheet sheet, IReadOnlyList<Block> tables)
    {
        var blocks = new List<Block> { Line($"云溪市档案局{Sheet.Year}年部门{(book.Kind == DocumentKind.Final ? "决算" : "预算")}"), Line("云溪市档案局公开以下内容。"), Line(sheet.Title), Line("单位：" + sheet.Unit.Name) };
        return Reader.Read(SmallWord.PaperOf(new WordPress(7).Zip([.. blocks, .. tables])), Documents.Library, new ReadingChoice(book.Key, Sheet.Year, book.Kind));
    }

    private static TextLine Line(string text) => new(text, 1, null, true);
}
