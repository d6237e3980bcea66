using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Hosting;

/// <summary>工作台的一次访问：who works, with which roles, and what he sent.</summary>
internal sealed class WorkVisit(HttpContext context, WorkSite site, Visit visit, IFormCollection? form)
{
    private const int LongestField = 20_000;

    private IReadOnlyList<Person>? _roles;

    public WorkSite Site => site;

    /// <summary>语言、字号和地址。</summary>
    public Visit Visit => visit;

    public HttpContext Context => context;

    /// <summary>姓名; empty where nobody is signed in.</summary>
    public string Who { get; } = context.User.Identity is { IsAuthenticated: true } identity ? identity.Name ?? "" : "";

    /// <summary>账号的编号。</summary>
    public string AccountId { get; } = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>是否已登录。</summary>
    public bool SignedIn => Who.Length > 0;

    /// <summary>各个角色。</summary>
    public IReadOnlyList<Person> Roles => _roles ??= SignedIn ? Read(r => Organisations.Roles(r, Who)) : [];

    /// <summary>同一次访问，连同读到的表单：who it is and what he may is not asked again.</summary>
    public WorkVisit With(IFormCollection? sent) => new(context, site, visit, sent) { _roles = _roles };

    /// <summary>一句话。</summary>
    public string this[string key] => visit[key];

    /// <summary>一句话，填入各数。</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => visit.Say(key, values);

    /// <summary>本站的地址。</summary>
    public string To(string path) => visit.To(path);

    /// <summary>是否管得到全库。</summary>
    public bool Is(Role role) => Roles.Any(p => p.Role == role);

    /// <summary>对一个单位的各个角色。</summary>
    public IReadOnlySet<Role> RolesIn(Unit unit) => Roles.Where(p => p.Covers(unit)).Select(p => p.Role).ToHashSet();

    /// <summary>表单的一项; empty where it was not sent.</summary>
    public string Field(string name)
    {
        var value = form?[name].ToString() ?? "";
        return value.Length <= LongestField ? value : value[..LongestField];
    }

    /// <summary>表单的多项。</summary>
    public IReadOnlyList<string> Fields(string name) => form is null ? [] : [.. form[name].OfType<string>().Select(v => v.Length <= LongestField ? v : v[..LongestField])];

    /// <summary>表单的全部各项。</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Typed => form ?? FormCollection.Empty;

    /// <summary>上传的文件。</summary>
    public IFormFile? Upload(string name) => form?.Files[name];

    /// <summary>一次上传的各个文件。</summary>
    public IReadOnlyList<IFormFile> Uploads(string name) => form?.Files.GetFiles(name) ?? [];

    /// <summary>所看的年度：in the address, or this year.</summary>
    public int Year => visit.Year ?? Today.Year;

    /// <summary>今天。</summary>
    public DateOnly Today => DateOnly.FromDateTime(site.Clock.GetLocalNow().Date);

    /// <summary>时刻的说法：to the minute, by the clock of the server's place; what is no moment as it stands.</summary>
    public string Moment(string utc) => DateTimeOffset.TryParse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? TimeZoneInfo.ConvertTime(at, site.Clock.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : utc;

    /// <summary>表单中的日期; today where none is given.</summary>
    public DateOnly Day(string name) => DateOnly.TryParseExact(Field(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;

    /// <summary>路径中的第几段。</summary>
    public string Part(int number) => visit.Path.Split('/') is var parts && number < parts.Length ? Uri.UnescapeDataString(parts[number]) : "";

    /// <summary>防伪的隐藏项：in every form that changes something.</summary>
    public Markup Token => Html($"<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"{context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken}\">");

    /// <summary>读账库。</summary>
    public T Read<T>(Func<Reading, T> work) => site.With(s => s.Read(work));

    /// <summary>写账库，以本人的名义。</summary>
    public IReadOnlyList<Problem> Write(string why, Action<Writing> work) => site.With(s => s.Write(Who, why, work), writes: true);

    /// <summary>写一个单位，以本人的名义。</summary>
    public IReadOnlyList<Problem> WriteUnit(string why, string unit, Action<Writing> work) => site.With(s => s.WriteUnit(Who, why, unit, work), writes: true);

    /// <summary>整数。</summary>
    public static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
