using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Portal.Api;

/// <summary>接口的参数。</summary>
internal sealed record ApiParameter(string Name, string About, bool InPath = false);

/// <summary>接口的一个地址：the description and what it does stand together, so that the one cannot be without the other.</summary>
/// <param name="Path">Below /api/v1.</param>
/// <param name="About">What it gives, in English.</param>
/// <param name="Parameters">What may be asked.</param>
/// <param name="Columns">What each item holds.</param>
/// <param name="View">The answer; null: there is no such thing.</param>
internal sealed record ApiRoute(string Path, string About, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<ApiColumn> Columns, Func<Visit, IArchive, ApiPage, ApiView?> View)
{
    /// <summary>键，用于描述。</summary>
    public string Key => string.Concat(Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('{', '}')).Select((p, i) => i == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}

/// <summary>所问的页。</summary>
internal sealed record ApiPage(int Number, int Size)
{
    public const int Most = 1000, Usual = 100;

    /// <summary>取其中一页。</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Skip((Number - 1) * Size).Take(Size)];
}
