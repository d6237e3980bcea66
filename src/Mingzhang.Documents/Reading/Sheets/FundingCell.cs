using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>待落点的资金格：its point is known once the whole object is: name, unit and lines beside it.</summary>
internal sealed record FundingCell(int Row, int Column, string Head, Point Phase, CellNumber Number, MoneyUnit? Unit, string Raw, Place Place);

/// <summary>待落点的资金行。</summary>
internal sealed class PendingLine
{
    public required string Label { get; init; }

    /// <summary>同一组资金: lines that add up among themselves.</summary>
    public required int Block { get; init; }

    /// <summary>资金的坐标; null where the words are not understood.</summary>
    public Point? Coordinates { get; set; }

    public required bool Total { get; init; }

    public required bool Lifetime { get; init; }

    public List<FundingCell> Cells { get; } = [];

    public Mark? Rate { get; set; }

    public Mark? Weight { get; set; }

    public Mark? Score { get; set; }

    public bool Filled => Cells.Exists(c => c.Number is { Kind: CellNumberKind.Number, Value: not 0 });
}
