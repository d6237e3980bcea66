using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报的限制与提示：lists of codes to choose from, amounts that are numbers, and what a header tells when it is selected.</summary>
/// <param name="unit">The unit of the table's money.</param>
internal sealed class EntryChoices(string unit)
{
    private readonly Dictionary<string, Choice> _lists = new(StringComparer.Ordinal);
    private readonly List<string> _amounts = [];
    private readonly List<DataValidation> _notes = [];

    /// <summary>从名单中选择: said once for a column; the list of its first cell is meant for the others row by row.</summary>
    public void List(string cell, string list, string message)
    {
        var column = cell.TrimEnd([.. "0123456789"]);
        if (!_lists.TryGetValue(column, out var choice))
        {
            _lists[column] = choice = new Choice(list, message, []);
        }

        choice.Cells.Add(cell);
    }

    public void Amount(string cell) => _amounts.Add(cell);

    public void Note(string cell, CellKind kind) => _notes.Add(new DataValidation
    {
        AllowBlank = true,
        ShowInputMessage = true,
        PromptTitle = "填写说明",
        Prompt = kind switch
        {
            CellKind.Amount => $"金额单位：{unit}，保留两位小数。只填浅黄色的格子；其余由公式算出，已锁定。没有数的格子留空。",
            CellKind.Code => "从列表中选择科目编码，类、款、项逐行填写，按编码由小到大。类和款的金额由下面的项相加。",
            _ => "名称由编码自动查出；没有编码的表，从列表中选择。",
        },
        SequenceOfReferences = Cells([cell]),
    });

    /// <summary>数据验证; null where there is none.</summary>
    public DataValidations? Validations()
    {
        List<DataValidation> all = [.. _lists.Values.Select(l => new DataValidation(new Formula1(l.List))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "没有此编码",
            Error = l.Message,
            SequenceOfReferences = Cells(l.Cells),
        })];
        if (_amounts.Count > 0)
        {
            all.Add(new DataValidation(new Formula1("-1000000000000000"), new Formula2("1000000000000000"))
            {
                Type = DataValidationValues.Decimal,
                Operator = DataValidationOperatorValues.Between,
                AllowBlank = true,
                ShowErrorMessage = true,
                ErrorTitle = "应是数字",
                Error = $"请填写金额（{unit}），不要填写文字。",
                SequenceOfReferences = Cells(_amounts),
            });
        }

        all.AddRange(_notes);
        return all.Count == 0 ? null : new DataValidations(all) { Count = (uint)all.Count };
    }

    // Cells below each other are one range.
    private static ListValue<StringValue> Cells(IReadOnlyList<string> cells)
    {
        var ranges = new List<string>();
        foreach (var column in cells.Select(c => CellAddress.Parse(c)!.Value).GroupBy(c => c.Column))
        {
            var rows = column.Select(c => c.Row).Order().ToList();
            for (var i = 0; i < rows.Count;)
            {
                var end = i;
                while (end + 1 < rows.Count && rows[end + 1] == rows[end] + 1)
                {
                    end++;
                }

                var first = new CellAddress("", rows[i], column.Key).Name;
                ranges.Add(end == i ? first : first + ":" + new CellAddress("", rows[end], column.Key).Name);
                i = end + 1;
            }
        }

        return new ListValue<StringValue> { InnerText = string.Join(' ', ranges) };
    }

    private sealed record Choice(string List, string Message, List<string> Cells);
}
