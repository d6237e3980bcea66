using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Settings;

/// <summary>说明的适用：which findings of a document the waivers explain, and which waivers explain nothing.</summary>
internal sealed class Waiving
{
    private readonly LawContext _context;
    private readonly CheckSettings _settings;
    private readonly List<Waiver> _concerned;
    private readonly HashSet<Waiver> _used = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Check> _checks;
    private readonly Dictionary<string, Statement> _statements;

    public Waiving(LawContext context, CheckSettings settings, IReadOnlyList<Check> checks)
    {
        _context = context;
        _settings = settings;
        _concerned = [.. settings.Waivers.Where(Concerns)];
        // Looked up only where something is to be compared with figures.
        var figures = _concerned.Exists(w => w.Figure is not null || w.Point is not null);
        _checks = figures ? checks.ToDictionary(c => c.Id, StringComparer.Ordinal) : [];
        _statements = figures ? context.Disclosure.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal) : [];
    }

    /// <summary>涉及本文件而没有用到的。</summary>
    public IReadOnlyList<Waiver> Unused => [.. _concerned.Where(w => !_used.Contains(w))];

    /// <summary>说明某一问题的; null where none does.</summary>
    public Waiver? Of(Finding finding)
    {
        var waiver = _concerned.Find(w => !_settings.Expired(w) && Explains(w, finding));
        if (waiver is not null)
        {
            _used.Add(waiver);
        }

        return waiver;
    }

    private bool Concerns(Waiver waiver) =>
        (waiver.Document is not { } document || Named(_context.Disclosure.Facts.Name, document))
        && (waiver.Entity is not { } entity || (_context.Disclosure.Facts.Entity is { } own && Fold.Label(own) == Fold.Label(entity)));

    private bool Explains(Waiver waiver, Finding finding) =>
        waiver.Rule == finding.Rule
        && (waiver.Finding is null || waiver.Finding == finding.Id)
        && (waiver.Text is not { } text || Words(finding).Any(w => Fold.Text(w).Contains(Fold.Text(text), StringComparison.Ordinal)))
        && (waiver.Figure is not { } figure || Figures(finding).Any(s => s.Id == figure || Printed(s) == Number(figure)))
        && (waiver.Point is not { } point || (_context.Library.Space.Parse(point, out _) is { } space && Figures(finding).Any(s => space.Contains(s.Point))));

    private static IEnumerable<string> Words(Finding finding) =>
        [finding.Message.Chinese, finding.Message.English, .. finding.Places.SelectMany(p => new[] { p.Chinese, p.English, p.Section, p.Text }).OfType<string>()];

    // The figures that a finding is about: its candidates, those of its checks, and those that stand at its places.
    private IEnumerable<Statement> Figures(Finding finding) =>
        finding.Candidates.Select(c => c.Figure).Concat(finding.Checks.SelectMany(c => _checks.TryGetValue(c, out var check) ? check.Figures : []))
            .Select(_statements.GetValueOrDefault).OfType<Statement>().Concat(_context.Disclosure.Statements.Where(s => finding.Places.Contains(s.Place))).Distinct();

    private static decimal? Printed(Statement statement) => statement switch
    {
        AmountStatement amount => amount.Amount?.Value,
        ChangeStatement change => change.Amount?.Value ?? change.Percent?.Value,
        ShareStatement share => share.Percent.Value,
        CompletionStatement completion => completion.Percent.Value,
        CountStatement count => count.Number,
        _ => null,
    };

    // What is no number equals nothing, not even a figure without one.
    private static decimal? Number(string figure) =>
        decimal.TryParse(Fold.Text(figure).Trim().TrimEnd('%', '元', '万', '亿'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : decimal.MinValue;

    private static bool Named(string name, string pattern) => Regex.IsMatch(name, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
}
