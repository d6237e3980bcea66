using System.Net;
using Mingzhang.Ledger.Lines;

namespace Mingzhang.Tests.Workbench.BadInput;

/// <summary>有各种角色的人：what the tests of bad input have in common.</summary>
public abstract class SeveralPeople : IAsyncLifetime
{
    internal static readonly string Spending = WorkbenchFixture.At("/work/reports/101001/spending");

    internal WorkbenchFixture Work { get; } = new();

    internal Dictionary<string, WorkClient> People { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Work.InitializeAsync();
        People = await Work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await Work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static (string, string)[] Row(string fen, string details = "", Line? line = null) =>
        [("id", line?.Id ?? ""), ("version", (line?.Version ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", fen), ("procurement", ""), ("details", details)];

    internal static void Refused(Shown shown) => Assert.True(shown.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, shown.Status + " " + shown.Path);
}
