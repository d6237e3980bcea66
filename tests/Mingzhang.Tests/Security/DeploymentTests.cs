using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Security;

/// <summary>安装的样本：what the files say by which the server is set up.</summary>
public partial class DeploymentTests
{
    [Fact]
    public void The_service_has_few_rights()
    {
        var unit = Deploy("mingzhang.service");
        Assert.All(["User=mingzhang", "NoNewPrivileges=true", "PrivateTmp=true", "PrivateDevices=true", "ProtectSystem=strict", "ProtectHome=true", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=true", "MemoryMax="], s => Assert.Contains("\n" + s, unit, StringComparison.Ordinal));
        Assert.Contains("--url http://127.0.0.1:", unit, StringComparison.Ordinal);
        var compose = Deploy("compose.yaml");
        Assert.All(["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "mem_limit:", "pids_limit:", "\"127.0.0.1:"], s => Assert.Contains(s, compose, StringComparison.Ordinal));
        Assert.Matches("(?m)^USER [1-9]", Deploy("Containerfile"));
        Assert.Contains("adduser --quiet --system", Deploy("debian", "postinst"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_server_in_front_speaks_TLS_of_today()
    {
        var nginx = Deploy("nginx.conf");
        Assert.Equal("TLSv1.2 TLSv1.3", Protocols().Match(nginx).Groups[1].Value);
        Assert.All(Ciphers().Match(nginx).Groups[1].Value.Split(':'), c => Assert.Matches("^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)$", c));
        Assert.Contains("ssl_stapling on;", nginx, StringComparison.Ordinal);
        Assert.Matches(@"listen 80;\s+server_name [^;]+;\s+return 301 https://", nginx);
        Assert.DoesNotContain("proxy_pass", nginx[..nginx.IndexOf("listen 443 ssl", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("server_tokens off;", nginx, StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_are_pinned_and_locked_by_their_hashes()
    {
        Assert.Contains("ManagePackageVersionsCentrally>true", File.ReadAllText(Repository.Path("Directory.Packages.props")), StringComparison.Ordinal);
        Assert.Contains("--locked-mode", File.ReadAllText(Repository.Path(".ci", "run")), StringComparison.Ordinal);
        var projects = Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
            Assert.All(locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project"), p => Assert.True(p.Value.GetProperty("contentHash").GetString()!.Length > 80, p.Name));
        }
    }

    [Fact]
    public void No_secret_stands_in_what_is_shipped()
    {
        foreach (var file in new[] { "src", "deploy", "release", "site" }.Select(f => Repository.Path(f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Select(f => f.Replace('\\', '/')))
        {
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/node_modules/", StringComparison.Ordinal) || new FileInfo(file).Length > 1_000_000)
            {
                continue;
            }

            Assert.False(Path.GetExtension(file) is ".pem" or ".key" or ".pfx" or ".p12", file);
            var found = Secret().Match(File.ReadAllText(file));
            Assert.False(found.Success, file + ": " + found.Value);
        }
    }

    private static string Deploy(params string[] parts) => File.ReadAllText(Repository.Path(["deploy", .. parts]));

    [GeneratedRegex("ssl_ciphers ([^;]+);")]
    private static partial Regex Ciphers();

    [GeneratedRegex("ssl_protocols ([^;]+);")]
    private static partial Regex Protocols();

    // A key in its envelope with something in it, an address with a password in it, a setting with a value.
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}|postgres(ql)?://[a-z]+:[^@\s""{]+@|(?m)^(PGPASSWORD|MINGZHANG_PROVIDER_SECRET)=\S+|AKIA[0-9A-Z]{16}")]
    private static partial Regex Secret();
}
