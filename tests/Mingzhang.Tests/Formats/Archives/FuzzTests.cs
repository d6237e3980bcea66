using System.Diagnostics;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Tests.Formats.Archives;

/// <summary>随意损坏的压缩包：nothing but the one exception, no part beyond the limits, no hanging.</summary>
public class FuzzTests
{
    [Fact]
    public void Random_damage_brings_no_other_exception()
    {
        var sound = Zips.Of(Zips.Text("a.xml", "<a>" + string.Concat(Enumerable.Range(0, 500)) + "</a>"), Zips.Text("甲/b.xml", "<b/>"), ("c", new byte[5000]), ("d/", []));
        for (var seed = 0; seed < Fuzzing.Rounds; seed++)
        {
            var random = new Random(seed);
            var bytes = Damaged(sound, random);
            var watch = Stopwatch.StartNew();
            try
            {
                Read(bytes);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"seed {seed}: {watch.Elapsed}");
        }
    }

    private static void Read(byte[] bytes)
    {
        var limits = ArchiveLimits.Document with { PartBytes = 100_000, TotalBytes = 200_000 };
        var (archive, problem) = ArchiveFile.Open(bytes, limits);
        Assert.True(archive is null == problem is not null);
        foreach (var entry in archive?.Entries ?? [])
        {
            try
            {
                Assert.True(archive!.Part(entry).Length <= limits.PartBytes);
                Assert.NotNull(archive.Xml(entry.Name));
            }
            catch (ArchiveException)
            {
                // The part is told to be unreadable; the others are read.
            }
        }

        Assert.True(archive is null || archive.Inflated < limits.TotalBytes + 100_000);
    }

    // Mostly in the directory at the end, where the numbers stand.
    private static byte[] Damaged(byte[] sound, Random random)
    {
        var bytes = (byte[])sound.Clone();
        for (var k = random.Next(1, 12); k > 0; k--)
        {
            var at = random.Next(3) == 0 ? random.Next(bytes.Length) : random.Next(bytes.Length - Math.Min(bytes.Length, 260), bytes.Length);
            bytes[at] = random.Next(3) switch { 0 => 0xff, 1 => 0, _ => (byte)random.Next(256) };
        }

        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
