using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Hosting.Uploads;

namespace Mingzhang.Tests.Security;

/// <summary>上传的关口：a person's day is bounded, and what the scanner finds, or cannot look at, is neither read nor kept.</summary>
public sealed class UploadGateTests
{
    private const string Uploads = "/work/review/uploads", Bad = "zq9-a-known-virus";

    [Fact]
    public async Task Each_person_has_a_quota_a_day_and_is_told_when_it_is_used_up()
    {
        var clock = new MovedClock();
        await using var work = new WorkbenchFixture { Clock = clock, Settings = new() { SecondStep = SecondStep.Nobody, UploadsADay = 3000 } };
        await work.InitializeAsync();
        var people = await work.Everybody();
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Send(people["陈静"], 2000)).Status);
        var refused = await Send(people["陈静"], 2000);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("今天上传的已达上限", refused.Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Send(people["李明"], 2000)).Status);
        clock.Ahead = TimeSpan.FromDays(1);
        await people["陈静"].SignIn("陈静", WorkbenchFixture.Password);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Send(people["陈静"], 2000)).Status);
    }

    [Fact]
    public async Task What_the_scanner_finds_is_not_kept_and_without_its_word_nothing_is()
    {
        using var scanner = new SmallScanner();
        await using var work = new WorkbenchFixture { Settings = new() { SecondStep = SecondStep.Nobody, Scanner = Scanner.Of("clamd:127.0.0.1:" + scanner.Port.ToString(CultureInfo.InvariantCulture)) } };
        await work.InitializeAsync();
        var people = await work.Everybody();
        var infected = await people["陈静"].Upload(Uploads, "病毒.txt", Encoding.UTF8.GetBytes(Documents.Sample + Bad), ("scope", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, infected.Status);
        Assert.Contains("“病毒.txt”被病毒扫描认出：Test.Virus", infected.Html, StringComparison.Ordinal);
        Assert.Equal(0, Kept(work));
        Assert.Contains(("upload refused", "Test.Virus"), work.Site.Accounts.Read(s => s.Rows("SELECT what, about FROM work_log", r => (r.GetString(0), r.GetString(1)))));
        Assert.Equal(HttpStatusCode.OK, (await people["陈静"].Upload(Uploads, "样本.txt", Encoding.UTF8.GetBytes(Documents.Sample), ("scope", ""))).Status);
        Assert.Equal(1, Kept(work));
        Assert.Equal(Documents.Sample, Encoding.UTF8.GetString(scanner.Seen));
        scanner.Dispose();
        var silent = await people["陈静"].Upload(Uploads, "样本.txt", Encoding.UTF8.GetBytes(Documents.Sample), ("scope", ""));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.Status);
        Assert.Contains("病毒扫描没有回应", silent.Html, StringComparison.Ordinal);
        Assert.Equal(1, Kept(work));
    }

    [Theory]
    [InlineData("stream: OK", true)]
    [InlineData("stream: Eicar FOUND", false)]
    [InlineData("INSTREAM size limit exceeded. ERROR", false)]
    [InlineData("stream: OK FOUND", false)]
    [InlineData("", false)]
    public void Only_a_plain_word_is_clean(string answer, bool clean) => Assert.Equal(clean, Verdict.Of(answer).Clean);

    [Theory]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("clamd:127.0.0.1:3310", true)]
    [InlineData("clamd:scanner.example:3310", true)]
    [InlineData("clamd:127.0.0.1", false)]
    [InlineData("unix:relative", false)]
    [InlineData("http://127.0.0.1/", false)]
    public void A_scanner_is_named_as_clamd_is(string text, bool known) => Assert.Equal(known, Scanner.Of(text) is not null);

    private static Task<Shown> Send(WorkClient person, int bytes) => person.Upload(Uploads, "a.txt", Encoding.ASCII.GetBytes(new string('a', bytes)), ("scope", ""));

    private static long Kept(WorkbenchFixture work) => work.Site.Accounts.Read(s => s.Rows("SELECT COUNT(*) FROM work_upload", r => r.GetInt64(0)))[0];

    // As clamd speaks: a command, pieces with their length before them, an answer.
    private sealed class SmallScanner : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public SmallScanner()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = Task.Run(Listen);
        }

        public int Port { get; }

        public byte[] Seen { get; private set; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await Answer(client.GetStream());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task Answer(NetworkStream line)
        {
            var command = new byte["zINSTREAM\0"u8.Length];
            await line.ReadExactlyAsync(command);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            using var all = new MemoryStream();
            for (var size = new byte[4]; ;)
            {
                await line.ReadExactlyAsync(size);
                var length = BinaryPrimitives.ReadInt32BigEndian(size);
                if (length == 0)
                {
                    break;
                }

                var piece = new byte[length];
                await line.ReadExactlyAsync(piece);
                all.Write(piece);
            }

            Seen = all.ToArray();
            await line.WriteAsync(Encoding.ASCII.GetBytes(Encoding.UTF8.GetString(Seen).Contains(Bad, StringComparison.Ordinal) ? "stream: Test.Virus FOUND\0" : "stream: OK\0"));
        }
    }
}
