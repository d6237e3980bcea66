using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>已落点的格：a money cell with its point, before the precision of its table is known.</summary>
/// <param name="Row">Line of the table, from 0.</param>
/// <param name="Column">Its column.</param>
/// <param name="Side">Side of a two-sided table, from 0.</param>
/// <param name="Point">What it measures.</param>
/// <param name="Number">What it prints.</param>
/// <param name="Raw">As printed.</param>
/// <param name="Place">Where.</param>
internal sealed record BoundCell(int Row, AmountColumn Column, int Side, Point Point, CellNumber Number, string Raw, Place Place);

/// <summary>格中的陈述，连同其行、栏与侧。</summary>
internal sealed record BoundStatement(int Row, int Column, int Side, Statement Statement);

/// <summary>所印的一行：code, name and the cells as printed.</summary>
internal sealed record PrintedLine(int Row, string Code, string Label, Place Place, List<RawCell> Raw);

/// <summary>一格的原文。</summary>
internal sealed record RawCell(int Column, string Raw);
