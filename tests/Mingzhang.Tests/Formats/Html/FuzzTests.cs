using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>随意损坏的网页：nothing is thrown, nothing hangs, and every grid is whole. MINGZHANG_FUZZ asks for more rounds.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<td rowspan=0>", "<td rowspan=3 colspan=2>", "<thead>", "</tfoot>", "<caption>", "<p>", "</p>", "<div>", "</div>",
        "<b>", "</b>", "<a href=x>", "</a>", "<li>", "<ol>", "</ol>", "<ul>", "<pre>", "</pre>", "<br>", "<h2>", "<!--", "-->", "<script>", "</script>", "<style>", "</style>", "<title>", "<%", "%>", "&", "&#x", "<", ">", "\"", "'",
        " style='display:none'", " hidden", "<select>", "</select>", "<svg>", "<col style='display:none'>", "<iframe>", "<template>", "\0", "\ufffd", "　", "1.00", "<center>", "<span style=display:block>", "</br>", "<frameset>", "<form>", "</body>", "<html>",
    ];

    [Fact]
    public void Random_damage_never_throws_and_grids_stay_whole() => Run(Fuzzing.Rounds, 11);

    private static void Run(int rounds, int seed)
    {
        var sources = Directory.GetFiles(Repository.Path("tests", "Mingzhang.Tests", "Formats", "Html", "Pages"), "*.html")
            .Append(Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus", "CQjt18_重庆市交通委员会_2018部门预算.html")))
            .Where(File.Exists).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Assert.NotEmpty(sources);
        for (var i = 0; i < rounds; i++)
        {
            var random = new Random(seed + i);
            var bytes = Damaged(sources[random.Next(sources.Count)], random);
            var watch = Stopwatch.StartNew();
            try
            {
                Whole(Opening.Bytes("x", bytes));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed + i}: {e}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"seed {seed + i}: {watch.Elapsed}");
        }
    }

    private static void Whole(Opened opened)
    {
        Assert.True(opened.Paper is null == opened.Problem is not null);
        var line = 0;
        foreach (var block in opened.Paper?.Format == "html" ? opened.Paper.Blocks : [])
        {
            if (block is TextLine text)
            {
                Assert.Equal(++line, text.Line);
                Assert.False(string.IsNullOrWhiteSpace(text.Text));
                continue;
            }

            var grid = (Grid)block;
            for (var r = 0; r < grid.Rows.Count; r++)
            {
                Assert.Equal(++line, grid.Rows[r].Line);
                Assert.True(!grid.Ruled || grid.Rows[r].Cells.Count == grid.Width);
                for (var c = 0; c < grid.Rows[r].Cells.Count; c++)
                {
                    var cell = grid.Rows[r].Cells[c];
                    Assert.True(r + cell.Rows <= grid.Rows.Count && c + cell.Columns <= grid.Width);
                    if (cell.CoveredFrom is (var up, var left))
                    {
                        var from = grid.Rows[r - up].Cells[c - left];
                        Assert.True(from.CoveredFrom is null && from.Rows > up && from.Columns > left && cell.Text.Length == 0);
                    }
                }
            }
        }
    }

    private static byte[] Damaged(byte[] source, Random random)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(source));
        for (var k = random.Next(1, 30); k > 0; k--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at - 1, random.Next(1, 200)));
                    break;
                case 1:
                    text[at] = (char)random.Next(1, 0xd7ff);
                    break;
                case 2:
                    var from = random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(text.Length - from, random.Next(1, 400))));
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        var bytes = (random.Next(4) == 0 ? Pages.Gbk : Encoding.UTF8).GetBytes(text.ToString());
        for (var k = random.Next(3); k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(10) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }
}
