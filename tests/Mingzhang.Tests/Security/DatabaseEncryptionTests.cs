using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using AppCommand = Mingzhang.Tests.App.Command;

namespace Mingzhang.Tests.Security;

/// <summary>与数据库之间：where the address asks for encryption there is no connection without it, nor to a server that cannot prove itself.</summary>
public sealed class DatabaseEncryptionTests : IDisposable
{
    private static readonly string? Bin = Array.Find(["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin"], Directory.Exists);

    private readonly string _folder = Databases.Temporary();
    private readonly string _port = Free();

    public void Dispose() => Control("-m", "immediate", "stop");

    [Fact]
    public void What_must_be_encrypted_is_and_a_server_that_cannot_prove_itself_is_refused()
    {
        if (Bin is null || OperatingSystem.IsWindows() || (Environment.UserName == "root" && Databases.Run("id", "postgres") != 0))
        {
            Assert.Skip("needs PostgreSQL's binaries (Debian: postgresql-15), and an account that is not root to run them as");
        }

        Certificate("server");
        Certificate("another");
        Databases.Run("chmod", "-R", "a+rX", _folder);
        if (Environment.UserName == "root")
        {
            Databases.Run("chown", "-R", "postgres", _folder);
        }

        Databases.Run("chmod", "600", Of("server.key"));
        Assert.Equal(0, As(Bin + "/initdb", "-D", Of("data"), "-U", "mingzhang", "-A", "trust", "--no-sync"));
        Start("on");
        var address = "postgres://mingzhang@localhost:" + _port + "/postgres";
        Assert.True(Encrypted(address + "?sslmode=verify-full&sslrootcert=" + Of("server.pem")));
        Assert.True(Encrypted(address + "?sslmode=require"));
        Assert.ThrowsAny<DbException>(() => Encrypted(address + "?sslmode=verify-full&sslrootcert=" + Of("another.pem")));
        using var doctor = JsonDocument.Parse(AppCommand.Run("doctor", "--format", "json", "--database", address + "?sslmode=require").Output);
        Assert.Equal("✓", doctor.RootElement.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("key").GetString() == "encryption").GetProperty("found").GetString());

        // Nor does it go on in clear where the server has no encryption.
        Control("-m", "immediate", "stop");
        Start("off");
        Assert.False(Encrypted(address));
        Assert.ThrowsAny<DbException>(() => Encrypted(address + "?sslmode=require"));
        Assert.Null(Store.DatabaseOf(address + "?sslmode=whatever"));
    }

    private static bool Encrypted(string address)
    {
        using var connection = Store.DatabaseOf(address)!.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        return (bool)command.ExecuteScalar()!;
    }

    private void Start(string encrypted) => Assert.Equal(0, Control("-w", "-l", Of("log"), "-o",
        $"-k {_folder} -p {_port} -c listen_addresses=127.0.0.1 -c fsync=off -c ssl={encrypted} -c ssl_cert_file={Of("server.pem")} -c ssl_key_file={Of("server.key")}", "start"));

    private int Control(params string[] arguments) => Bin is null ? 0 : As(Bin + "/pg_ctl", ["-D", Of("data"), .. arguments]);

    private static int As(string program, params string[] arguments) => Environment.UserName == "root" ? Databases.Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Databases.Run(program, arguments);

    private string Of(string name) => Path.Combine(_folder, name);

    private void Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Of(name + ".pem"), made.ExportCertificatePem());
        File.WriteAllText(Of(name + ".key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static string Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
