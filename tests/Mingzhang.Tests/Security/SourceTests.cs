using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Security;

/// <summary>源码：what must stand nowhere in it, or in one place only.</summary>
public class SourceTests
{
    private static readonly string[] Online = ["Mingzhang.Ledger", "Mingzhang.Portal", "Mingzhang.Publishing", "Mingzhang.Workbench"];

    private static List<Source> Code { get; } = Of("*.cs");

    private static List<Source> Scripts { get; } = [.. Of("*.js"), .. Of("*.ts")];

    [Fact]
    public void Scripts_make_neither_code_nor_markup_of_text()
    {
        Assert.Contains(Scripts, s => s.Path.EndsWith("grid.js", StringComparison.Ordinal));
        Nowhere(Scripts, @"\beval\s*\(|new Function\b|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|setTimeout\(\s*['""]|javascript:");
        Assert.Contains(Scripts, s => s.Text.Contains("JSON.parse", StringComparison.Ordinal) || s.Text.Contains(".json()", StringComparison.Ordinal));
        Nowhere(Code, @"<(object|embed|applet)\s");
    }

    [Fact]
    public void No_code_is_unsafe_and_overflow_is_seen()
    {
        Nowhere([.. Code, .. Of("*.csproj")], @"\bunsafe\s*[\{(]|\bunsafe (struct|class|static|void)|AllowUnsafeBlocks|\bstackalloc [a-z]+\*|CheckForOverflowUnderflow>false");
        var build = File.ReadAllText(Repository.Path("Directory.Build.props"));
        Assert.Contains("<CheckForOverflowUnderflow>true<", build, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true<", build, StringComparison.Ordinal);
        Assert.Contains("<Nullable>enable<", build, StringComparison.Ordinal);
    }

    [Fact]
    public void XML_is_read_in_one_careful_way()
    {
        var makes = Only(Code, @"XmlReader\.Create|new XmlTextReader|new XmlDocument|XDocument\.(Load|Parse)|XElement\.Load");
        Assert.EndsWith("SafeXml.cs", Assert.Single(makes).Path, StringComparison.Ordinal);
        Assert.Contains("DtdProcessing.Prohibit", makes[0].Text, StringComparison.Ordinal);
        Assert.Contains("XmlResolver = null", makes[0].Text, StringComparison.Ordinal);

        // What we wrote ourselves into our own database.
        Assert.EndsWith("KeyRing.cs", Assert.Single(Only(Code, @"XElement\.Parse")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void No_object_is_made_from_a_type_that_a_text_names() => Nowhere(Code, @"BinaryFormatter|NetDataContractSerializer|TypeNameHandling|LosFormatter|SoapFormatter|Type\.GetType\(|Activator\.CreateInstance|Assembly\.Load|CSharpScript|Expression\.Compile|DynamicMethod");

    [Fact]
    public void Programs_of_others_are_started_in_one_place_without_a_shell()
    {
        var starts = Assert.Single(Only(Code, @"Process\.Start\(|new ProcessStartInfo"));
        Assert.EndsWith("OutsideProgram.cs", starts.Path, StringComparison.Ordinal);
        Assert.Contains("UseShellExecute = false", starts.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"/bin/sh|cmd\.exe|\bArguments\s*=", starts.Text);
    }

    [Fact]
    public void Keys_and_codes_come_from_the_generator_of_the_system()
    {
        Nowhere(Code.Where(IsOnline), @"new Random\b|Random\.Shared|\bRandom random|Guid\.CreateVersion7");
        Assert.True(Only(Code.Where(IsOnline), @"RandomNumberGenerator\.Get").Count >= 4);
    }

    [Fact]
    public void Weak_hashes_serve_only_formats_that_ask_for_them() =>
        Assert.All(Only(Code, @"\b(MD5|SHA1|HMACMD5|HMACSHA1|RC2|DES|TripleDES)\.|CipherMode\.ECB|RSAEncryptionPadding\.Pkcs1"), s => Assert.Matches("Mingzhang.Pdf/Security/|Accounts/BreachedPasswords.cs", s.Path));

    [Fact]
    public void The_program_asks_no_server_but_those_that_the_operator_names()
    {
        Nowhere(Code, @"\b(WebRequest|WebClient|SmtpClient|UdpClient|TcpClient|FtpWebRequest|Dns\.Get\w+)\b");
        Assert.EndsWith("Hosting/Uploads/Scanner.cs", Assert.Single(Only(Code, @"new Socket\b|NetworkStream")).Path, StringComparison.Ordinal);
        Assert.All(Only(Code, @"\bHttpClient\b"), s => Assert.Matches("Mingzhang.Workbench/Accounts/Provider/|Mingzhang.Ledger/Archive/Analytics/", s.Path));
        Assert.All(Only(Code, @"OtlpExporter|AddOtlp"), s => Assert.Contains("Mingzhang.App/Serving/", s.Path, StringComparison.Ordinal));
    }

    private static bool IsOnline(Source source) => Online.Any(p => source.Path.Contains("/" + p + "/", StringComparison.Ordinal));

    private static List<Source> Of(string pattern) => [.. Directory.EnumerateFiles(Repository.Path("src"), pattern, SearchOption.AllDirectories).Select(p => p.Replace('\\', '/'))
        .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/node_modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(p => new Source(p, File.ReadAllText(p)))];

    private static List<Source> Only(IEnumerable<Source> sources, string pattern) => [.. sources.Where(s => Regex.IsMatch(s.Text, pattern))];

    private static void Nowhere(IEnumerable<Source> sources, string pattern) => Assert.Empty(Only(sources, pattern).Select(s => s.Path + ": " + Regex.Match(s.Text, pattern).Value));

    private sealed record Source(string Path, string Text);
}
