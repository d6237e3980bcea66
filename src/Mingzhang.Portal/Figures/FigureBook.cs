using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Portal.Figures;

/// <summary>一份文件的数字：found by what they measure. The whole body only; a table's print goes before a sentence's, and a blank counts for nothing.</summary>
internal sealed class FigureBook
{
    private readonly Dictionary<string, List<ArchivedStatement>> _byPoint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _codes = new(StringComparer.Ordinal);

    // The same few thousand coordinates are asked of every document, whoever reads it.
    private static readonly Known<string, string?> Keys = new();
    private static readonly Known<Point, string?> KeysOfPoints = new();
    private readonly Space _space;

    public FigureBook(ArchivedDocument document, IReadOnlyList<ArchivedStatement> statements, Space space)
    {
        Document = document;
        All = statements;
        _space = space;
        foreach (var statement in statements)
        {
            if (KeyOf(statement.Statement.Point) is { } key)
            {
                (_byPoint.TryGetValue(key, out var list) ? list : _byPoint[key] = []).Add(statement);
            }
        }
    }

    public ArchivedDocument Document { get; }

    /// <summary>全部陈述。</summary>
    public IReadOnlyList<ArchivedStatement> All { get; }

    public int Year => Document.Year ?? 0;

    /// <summary>本文件的阶段。</summary>
    public string Phase => Document.Kind == nameof(DocumentKind.Final) ? "final" : "budget";

    /// <summary>某点的金额; null where none is printed.</summary>
    public ArchivedStatement? Amount(string coordinates, int? year = null, string? phase = null)
    {
        var found = At(coordinates, year, phase).Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } }).OrderBy(s => s.Statement.Place.Table is null).FirstOrDefault();

        // Many books print 三公 and its like of the general public budget only, which then is all there is.
        return found is null && coordinates.Contains("purpose=", StringComparison.Ordinal) && !coordinates.Contains("fund=", StringComparison.Ordinal) ? Amount(coordinates + " fund=general", year, phase) : found;
    }

    /// <summary>几种写法中第一个印出的。</summary>
    public ArchivedStatement? First(params ReadOnlySpan<string> coordinates)
    {
        foreach (var one in coordinates)
        {
            if (Amount(one) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>某点的增减，有原因的在前。</summary>
    public ArchivedStatement? Change(string coordinates) =>
        At(coordinates, null, null).Where(s => s.Statement is ChangeStatement).OrderBy(s => s.Statement is ChangeStatement { Reason: null }).ThenBy(s => s.Statement is ChangeStatement { Amount: null }).FirstOrDefault();

    /// <summary>与同年另一阶段相比的原因; null where none is given.</summary>
    public string? ReasonAgainst(string coordinates, string phase) =>
        At(coordinates, null, null).Select(s => s.Statement).OfType<ChangeStatement>().FirstOrDefault(c => c.Reason is not null && c.Base.Year == Year && c.Base.Phase.Key == phase)?.Reason;

    /// <summary>某点是否声明没有。</summary>
    public ArchivedStatement? Nil(string coordinates) => At(coordinates, null, null).FirstOrDefault(s => s.Statement is NilStatement);

    /// <summary>按某一维度的编码分列的金额: the codes of a length below a code, in order.</summary>
    public IReadOnlyList<CodedAmount> Coded(string coordinates, string dimension, string below, int length)
    {
        var found = new SortedDictionary<string, ArchivedStatement>(StringComparer.Ordinal);
        if (!_codes.TryGetValue(dimension, out var codes))
        {
            _codes[dimension] = codes = [.. All.Select(s => s.Statement.Point.Key(dimension)).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        foreach (var code in codes.Where(c => c.Length == length && c.StartsWith(below, StringComparison.Ordinal)))
        {
            if (Amount($"{coordinates} {dimension}={code}") is { } amount)
            {
                found[code] = amount;
            }
        }

        return [.. found.Select(f => new CodedAmount(f.Key, f.Value))];
    }

    /// <summary>上年的数：printed here, or in last year's document, or this year's less the change that is stated; and how it is known.</summary>
    public Before? Before(string coordinates, FigureBook? last)
    {
        if (Amount(coordinates, Year - 1) is { } printed)
        {
            return new Before(printed.Fen!.Value, printed);
        }

        if (last?.Amount(coordinates) is { } former)
        {
            return new Before(former.Fen!.Value, former);
        }

        return Amount(coordinates) is { Fen: { } now } && Change(coordinates) is { Statement: ChangeStatement { Approximate: false } change } stated && change.Base.Year == Year - 1
            && (change.Direction == Direction.Flat ? 0 : stated.Fen) is { } by ? new Before(change.Direction == Direction.Decrease ? now + by : now - by, stated) : null;
    }

    private List<ArchivedStatement> At(string coordinates, int? year, string? phase)
    {
        var asked = $"{coordinates} year={(year ?? Year).ToString(System.Globalization.CultureInfo.InvariantCulture)} phase={phase ?? Phase}";
        var key = Keys.Of(asked, a => _space.Parse(a, out _) is { } point ? KeyOf(point) : null);
        return key is not null && _byPoint.TryGetValue(key, out var found) ? found : [];
    }

    private static string? KeyOf(Point point) => KeysOfPoints.Of(point, Key);

    // Of the whole body: a department's document says "department", a unit's "unit".
    private static string? Key(Point point)
    {
        var words = new List<string>();
        foreach (var member in point.Completed().Members)
        {
            if (member.Dimension.Key != "entity")
            {
                words.Add(member.ToString());
            }
            else if (member.Key is not ("department" or "unit"))
            {
                return null;
            }
        }

        return string.Join('\t', words);
    }
}

/// <summary>一个编码的金额。</summary>
internal sealed record CodedAmount(string Code, ArchivedStatement Found);

/// <summary>上年的数，与所据的陈述。</summary>
internal sealed record Before(long Fen, ArchivedStatement Found);
