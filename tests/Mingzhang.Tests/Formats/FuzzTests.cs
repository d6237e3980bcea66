using System.Diagnostics;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Formats;

/// <summary>随意损坏的文本：read and checked to the end, soon, whatever it says.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "|", "||", "| 合计 | 1.00 |", "99999999999999999999999999999.99", "-0.00", "1,2,3", "万元", "元", "亿元", "%", "一、", "（一）", "其中：", "。", "，", "增加", "下降", "持平", "表一", "表十二", "2026年", "9999年", "单位：万元", "《", "》", "“", "\t", "\0", "\ufffd", "\ud83d\ude00", "\u202e", "﻿", "　", "210", "2101101", "—", "......", "1/0", "0.0%", "100000%",
    ];

    [Fact]
    public void Random_damage_is_read_and_checked()
    {
        var sources = new List<string> { Documents.Sample };
        var seeds = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "seeds"));
        sources.AddRange(Directory.Exists(seeds) ? Directory.EnumerateFiles(seeds, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText) : []);
        for (var seed = 0; seed < Fuzzing.Rounds; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(DamagedText.Of(sources[random.Next(sources.Count)], random, Pieces));
            for (var k = random.Next(4) == 0 ? random.Next(1, 6) : 0; k > 0 && bytes.Length > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var watch = Stopwatch.StartNew();
            try
            {
                var opened = Opening.Bytes("x", bytes);
                Assert.True(opened.Paper is null == opened.Problem is not null);
                if (opened.Paper is { } paper)
                {
                    Assert.NotEmpty(Inspector.Check(Reader.Read(paper, Documents.Library), Documents.Library).Checks);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {e}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"seed {seed}: {watch.Elapsed}");
        }
    }
}
