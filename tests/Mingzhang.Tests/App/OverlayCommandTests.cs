namespace Mingzhang.Tests.App;

/// <summary>阅读图的命令：where it is written, and when it cannot be.</summary>
public sealed class OverlayCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_drawing_is_written_whole()
    {
        var (given, html) = (Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "a.html"));
        File.WriteAllText(given, Documents.Sample);
        Assert.Equal(0, Command.Run("read", given, "--overlay", html).Code);
        Assert.EndsWith("</html>\n", File.ReadAllText(html), StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(_folder).Count());
    }

    [Theory]
    [InlineData("a.svg", "没有页面")]
    [InlineData("a.pdf", ".svg 或 .html")]
    public void What_cannot_be_drawn_is_told(string target, string message)
    {
        var given = Path.Combine(_folder, "a.txt");
        File.WriteAllText(given, Documents.Sample);
        var (code, _, error) = Command.Run("read", given, "--overlay", Path.Combine(_folder, target));
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(_folder));
    }
}
