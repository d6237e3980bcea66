using FsCheck.Fluent;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Budget;

/// <summary>金额试验：the printed precision is part of an amount.</summary>
public class AmountTests
{
    [Theory]
    [InlineData("10,527.11", 2, 105271050, 105271150)]
    [InlineData("7247", 0, 72465000, 72475000)]
    [InlineData("１０，５２７．１１", 2, 105271050, 105271150)]
    [InlineData("2 9 4 0 . 0 5", 2, 29400450, 29400550)]
    public void A_print_stands_for_half_a_unit_of_its_last_digit_on_both_sides(string print, int digits, long low, long high)
    {
        var cell = NumberText.Read(print);
        var amount = new Amount(cell.Value, MoneyUnit.TenThousand, cell.Digits);
        Assert.Equal((CellNumberKind.Number, digits), (cell.Kind, cell.Digits));
        Assert.Equal(new Mingzhang.Budget.Interval(low, high), amount.Interval);
    }

    [Theory]
    [InlineData("", CellNumberKind.Blank)]
    [InlineData("　", CellNumberKind.Blank)]
    [InlineData("-", CellNumberKind.Dash)]
    [InlineData("——", CellNumberKind.Dash)]
    [InlineData("0.00", CellNumberKind.Number)]
    [InlineData("1,23", CellNumberKind.Words)]
    [InlineData("无", CellNumberKind.Words)]
    [InlineData("123456789012345678901234567890", CellNumberKind.Words)]
    public void Blank_zero_and_words_are_three_things(string print, CellNumberKind kind) => Assert.Equal(kind, NumberText.Read(print).Kind);

    [Fact]
    public void What_is_printed_reads_back()
    {
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), cents =>
        {
            var amount = new Amount(cents / 100m, MoneyUnit.TenThousand, 2);
            var back = NumberText.Read(amount.Print(amount.Yuan, 2));
            return back.Value == amount.Value && back.Digits == 2;
        }));
    }

    [Fact]
    public void Finer_precision_narrows_and_coarser_does_not_widen()
    {
        var amount = new Amount(417, MoneyUnit.TenThousand, 0);
        Assert.Equal(50m, amount.WithPrecision(2).Half);
        Assert.Equal(amount, amount.WithPrecision(0));
    }
}
