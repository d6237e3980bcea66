using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>科技局文件：the district bureau's document, narrative only.</summary>
public class BureauDocumentTests
{
    private readonly Disclosure _disclosure = Documents.Read(Shared.Text(Shared.Bureau));

    [Fact]
    public void All_33_amounts_are_bound()
    {
        Assert.Equal(33, _disclosure.Statements.Count(s => s is AmountStatement or ChangeStatement { Amount: not null }));
        Assert.Empty(_disclosure.Unbound);
    }

    [Fact]
    public void What_was_understood_is_as_reviewed() => Golden.Check("bureau-statements.txt", Narrated.List(_disclosure));
}
