using Mingzhang.Charts;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>页上写的文字：all fields of a page of words are one form, so that whichever button is pressed nothing that was typed elsewhere is lost; what nobody touched is not written.</summary>
/// <param name="Asked">The key of the words whose button was pressed.</param>
/// <param name="Texts">What stands in each field, by its key.</param>
/// <param name="All">What is to be written.</param>
internal sealed record TypedWords(string Asked, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<TypedWords.One> All)
{
    private const string Prefix = "said";
    private const int Parts = 4;

    /// <summary>表单中的。</summary>
    public static TypedWords Of(WorkVisit v)
    {
        var asked = v.Field("key") is { Length: > 0 } key ? key : v.Visit.Ask("at");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = new List<One>();
        foreach (var name in v.Typed.Select(t => t.Key).Where(n => n.StartsWith(Prefix + ".", StringComparison.Ordinal)))
        {
            if (name.Split('.', Parts) is [_, var was, var sort, var of] && v.Field(name).ReplaceLineEndings("\n").Trim() is var said && texts.TryAdd(of, said) && said.Length > 0 && (of == asked || was != WordsParts.Anchor(said)))
            {
                all.Add(new One(sort, of, said));
            }
        }

        // One alone, as a program sends it.
        if (v.Field(Prefix).ReplaceLineEndings("\n").Trim() is { Length: > 0 } alone && texts.TryAdd(asked, alone))
        {
            all.Add(new One(v.Field("sort"), asked, alone));
        }

        return new TypedWords(asked, texts, all);
    }

    /// <summary>所按的一条是否写了。</summary>
    public bool Written => Asked.Length > 0 && Texts.GetValueOrDefault(Asked, "").Length > 0;

    /// <summary>一条的文本框，和它的按钮。</summary>
    /// <param name="v">The visit.</param>
    /// <param name="address">Where the form is sent.</param>
    /// <param name="of">The words; what is written of them is empty where nothing is.</param>
    /// <param name="name">What they are called.</param>
    /// <param name="buttons">The buttons: what each does, and what it says.</param>
    public Markup Field(WorkVisit v, string address, One of, string name, IEnumerable<KeyValuePair<string, string>> buttons) => Html($"""
        <div class="entry"><label><span class="hidden">{name}</span><textarea name="{Prefix}.{(of.Said.Length > 0 ? WordsParts.Anchor(of.Said) : "")}.{of.Sort}.{of.Key}" rows="3" maxlength="20000">{Texts.GetValueOrDefault(of.Key, of.Said)}</textarea></label><p>{buttons.Select(b => Html($"<button name=\"do\" value=\"{b.Key}\" formaction=\"{v.To(address + "&at=" + Uri.EscapeDataString(of.Key))}\">{b.Value}</button> "))}{When(v.Visit.Ask("saved") == WordsParts.Anchor(of.Key), () => Html($"<span class=\"good\" role=\"status\">{v["work.saved"]}</span>"))}</p></div>
        """);

    /// <summary>一条文字。</summary>
    /// <param name="Sort">What sort of words.</param>
    /// <param name="Key">Its key.</param>
    /// <param name="Said">What is written.</param>
    internal sealed record One(string Sort, string Key, string Said);
}
