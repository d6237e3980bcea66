namespace Mingzhang.Documents.Formats.Office;

/// <summary>办公软件：LibreOffice as a process of its own, in a folder of its own which is gone afterwards: no macros, no links followed, no network, and an end to its time.</summary>
internal static class LibreOffice
{
    /// <summary>最多等多久。</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];

    private static readonly string[] UsualFolders = OperatingSystem.IsWindows()
        ? [@"C:\Program Files\LibreOffice\program", @"C:\Program Files (x86)\LibreOffice\program"]
        : ["/Applications/LibreOffice.app/Contents/MacOS", "/opt/libreoffice/program", "/snap/bin"];

    // Each takes a few hundred megabytes and most of a core.
    private static readonly SemaphoreSlim Turn = new(Math.Max(1, Environment.ProcessorCount / 2));

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
        </oor:items>
        """;

    /// <summary>寻找程序; null where it is not installed.</summary>
    public static string? Find() => OutsideProgram.Find(Names, UsualFolders);

    /// <summary>转换; null where the program does not manage it in time.</summary>
    public static byte[]? Convert(string program, byte[] bytes, OfficeKind kind, TimeSpan patience)
    {
        Turn.Wait();
        try
        {
            return OutsideProgram.In(folder => Convert(program, folder, bytes, kind, patience));
        }
        finally
        {
            Turn.Release();
        }
    }

    private static byte[]? Convert(string program, string folder, byte[] bytes, OfficeKind kind, TimeSpan patience)
    {
        var given = Path.Combine(folder, "document." + kind.Key);
        var made = Path.Combine(folder, "made", "document." + kind.Extension);
        var profile = Path.Combine(folder, "profile");
        File.WriteAllBytes(given, bytes);
        Directory.CreateDirectory(Path.Combine(profile, "user"));
        File.WriteAllText(Path.Combine(profile, "user", "registrymodifications.xcu"), Profile);
        OutsideProgram.Run(program, folder, ["--headless", "--norestore", "--nolockcheck", "--nodefault", "-env:UserInstallation=" + new Uri(profile).AbsoluteUri, "--convert-to", kind.Target, "--outdir", Path.GetDirectoryName(made)!, given], patience);
        if (!File.Exists(made))
        {
            return null;
        }

        using var stream = File.OpenRead(made);
        return BoundedBytes.Read(stream, Opening.MostBytes);
    }
}
