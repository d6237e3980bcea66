namespace Mingzhang.Tests.App;

/// <summary>template 命令：the workbook to be filled in; nothing is replaced unasked, and one that is not filled in becomes a draft only.</summary>
public class TemplateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-template").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_template_is_written_once_and_replaced_only_when_asked()
    {
        Assert.Equal(0, Command.Run("template", "--book", "cq-budget", "--year", "2026", "-o", At("t.xlsx")).Code);
        var bytes = File.ReadAllBytes(At("t.xlsx"));
        var (code, _, error) = Command.Run("template", "--book", "cq-budget", "--year", "2025", "-o", At("t.xlsx"));
        Assert.Equal(2, code);
        Assert.Contains("已存在", error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(At("t.xlsx")));
        Assert.Equal(0, Command.Run("template", "--book", "cq-budget", "--year", "2025", "-o", At("t.xlsx"), "--force").Code);
        Assert.NotEqual(bytes, File.ReadAllBytes(At("t.xlsx")));
    }

    [Fact]
    public void One_that_is_not_filled_in_is_checked_as_such_and_written_as_a_draft_only()
    {
        Assert.Equal(0, Command.Run("template", "--book", "sh-unit-budget", "--unit", "-o", At("t.xlsx")).Code);
        var (code, output, _) = Command.Run("check", At("t.xlsx"));
        Assert.Equal(1, code);
        Assert.Contains("没有填写的模板", output, StringComparison.Ordinal);
        var (refused, _, error) = Command.Run("write", At("t.xlsx"), "-o", At("d.docx"));
        Assert.Equal(1, refused);
        Assert.Contains("待填", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("d.docx")));
        Assert.Equal(0, Command.Run("write", At("t.xlsx"), "-o", At("d.docx"), "--draft").Code);
    }

    [Theory]
    [InlineData("no-book", "t.xlsx", "没有可书写的表册")]
    [InlineData("cq-budget", "t.docx", ".xlsx")]
    public void What_cannot_be_made_is_refused(string book, string name, string said)
    {
        var (code, _, error) = Command.Run("template", "--book", book, "-o", At(name));
        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.False(File.Exists(At(name)));
    }

    [Fact]
    public void A_workbook_that_is_no_template_is_not_written_anew()
    {
        Assert.Equal(0, Command.Run("sample", "-o", At("s.xlsx")).Code);
        var (code, _, error) = Command.Run("write", At("s.xlsx"), "-o", At("o.docx"));
        Assert.Equal(2, code);
        Assert.Contains("mingzhang convert", error, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
