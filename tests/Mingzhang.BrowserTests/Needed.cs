namespace Mingzhang.BrowserTests;

/// <summary>所需的程序：what is absent is named, with where it comes from, and the test is skipped.</summary>
internal static class Needed
{
    /// <summary>程序的位置; null where it is absent.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(p => p.Length > 0).Select(p => Path.Combine(p, program)).FirstOrDefault(File.Exists);

    /// <summary>没有则跳过。</summary>
    public static string Program(string program, string package)
    {
        var found = Find(program);
        Assert.SkipWhen(found is null, $"needs {program}, which is not here: apt-get install {package}");
        return found!;
    }

    /// <summary>axe-core 的脚本。</summary>
    public static string Axe()
    {
        var script = Repository.Path("build", "tools", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(script), "needs axe-core, which is not here: npm install --prefix build/tools axe-core@4.14.1");
        return File.ReadAllText(script);
    }
}
