using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.Sampling;

/// <summary>抽样的边界：what a sampled budget may hold so that the book's forms have a place for it.</summary>
/// <param name="Own">Funds of the unit's own that the book's income lines name.</param>
/// <param name="Carried">Whether its tables print what last year left.</param>
/// <param name="Executed">Whether it compares with last year's execution.</param>
/// <param name="StateCapital">Whether it prints spending from state capital apart.</param>
internal sealed record SampleTraits(string[] Own, bool Carried, bool Executed, bool StateCapital)
{
    public static SampleTraits Of(FormBook book)
    {
        if (book.Kind == DocumentKind.Final)
        {
            return new SampleTraits(["from-superiors", "operating", "business", "from-affiliates", "other"], true, false, true);
        }

        return book.Key switch
        {
            "cq-budget" => new SampleTraits(["special-accounts", "operating", "from-superiors", "business", "other"], false, false, false),
            "national-budget" => new SampleTraits(["operating", "business", "other"], true, true, true),
            _ => new SampleTraits(["operating", "business", "other"], false, false, true),
        };
    }
}
