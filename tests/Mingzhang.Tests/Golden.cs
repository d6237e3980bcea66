namespace Mingzhang.Tests;

/// <summary>金样：text that people see, compared with a reviewed file; MINGZHANG_ACCEPT=1 takes the new text.</summary>
internal static class Golden
{
    public static void Check(string name, string actual) => CheckFile(Repository.Path("tests", "Mingzhang.Tests", "Expectations", name), actual);

    public static void CheckFile(string path, string actual)
    {
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MINGZHANG_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            return;
        }

        File.WriteAllText(path + ".received", actual);
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => i >= old.Length || i >= now.Length || old[i] != now[i]);
        Assert.Fail($"{Path.GetFileName(path)} differs at line {line + 1}\n  expected: {old.ElementAtOrDefault(line)}\n  received: {now.ElementAtOrDefault(line)}\nSee {path}.received; MINGZHANG_ACCEPT=1 takes it.");
    }
}
