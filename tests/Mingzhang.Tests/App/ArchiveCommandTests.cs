using System.Text.Json;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.Tests.App;

public class ArchiveCommandTests
{
    [Fact]
    public void A_folder_is_filed_once_and_what_cannot_be_read_is_told()
    {
        var folder = Databases.Temporary();
        File.WriteAllText(Path.Combine(folder, "样本.txt"), Documents.Sample);
        File.WriteAllText(Path.Combine(folder, "别的.txt"), "今天天气很好。\n");
        File.WriteAllBytes(Path.Combine(folder, "坏的.pdf"), [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 0x0a, 0x00]);
        var database = Path.Combine(folder, "档案.db");
        var (code, output, _) = Command.Run("archive", folder, "--database", database, "--format", "json");
        Assert.Equal(1, code);
        using (var first = JsonDocument.Parse(output))
        {
            Assert.Equal(1, first.RootElement.GetProperty("filed").GetInt32());
            Assert.Equal(["别的.txt", "坏的.pdf"], first.RootElement.GetProperty("refused").EnumerateArray().Select(r => Path.GetFileName(r.GetProperty("file").GetString())!).Order(StringComparer.Ordinal));
            Assert.All(first.RootElement.GetProperty("refused").EnumerateArray(), r => Assert.True(r.GetProperty("chinese").GetString()!.Length > 3 && r.GetProperty("english").GetString()!.Length > 3));
        }

        // The next run passes over both what is there and what could not be read; it is tried again where that is asked for.
        (code, output, _) = Command.Run("archive", folder, "--database", database, "--format", "json");
        Assert.Equal(0, code);
        using (var second = JsonDocument.Parse(output))
        {
            Assert.Equal(0, second.RootElement.GetProperty("filed").GetInt32());
            Assert.Equal(3, second.RootElement.GetProperty("known").GetInt32());
        }

        (code, output, _) = Command.Run("archive", folder, "--database", database, "--again");
        Assert.Equal(1, code);
        Assert.Contains("坏的.pdf", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_served_is_said_with_a_remedy()
    {
        var (code, _, error) = Command.Run("serve", "--database", Path.Combine(Databases.Temporary(), "none.db"));
        Assert.Equal(2, code);
        Assert.Contains("mingzhang archive", error, StringComparison.Ordinal);
        (code, _, error) = Command.Run("serve", "--url", "nonsense");
        Assert.Equal(2, code);
        Assert.Contains("http://127.0.0.1:5000", error, StringComparison.Ordinal);
    }
}
