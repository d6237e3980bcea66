using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Content;

/// <summary>关闭的图层：optional content that is off when the file is opened.</summary>
internal sealed class HiddenLayers
{
    private readonly HashSet<int> _off = [];
    private readonly ObjectStore _store;

    public HiddenLayers(ObjectStore store, PdfDictionary? catalog)
    {
        _store = store;
        if (catalog?["OCProperties"].Dictionary is not { } properties || properties["D"].Dictionary is not { } setting)
        {
            return;
        }

        if (setting["BaseState"].Name == "OFF")
        {
            _off.UnionWith(References(properties["OCGs"].Array));
            _off.ExceptWith(References(setting["ON"].Array));
        }

        _off.UnionWith(References(setting["OFF"].Array));
    }

    /// <summary>是否隐藏：of a group or a membership of groups.</summary>
    public bool IsHidden(PdfValue layer)
    {
        if (_off.Count == 0 || layer.IsNull)
        {
            return false;
        }

        if (_off.Contains(layer.ReferenceNumber))
        {
            return true;
        }

        var membership = ObjectStore.Resolve(layer, _store).Dictionary;
        if (membership?["Type"].Name != "OCMD")
        {
            return false;
        }

        var groups = membership.Raw("OCGs") is { Kind: ValueKind.Reference } one && membership["OCGs"].Array is null ? [one.ReferenceNumber] : References(membership["OCGs"].Array).ToList();
        return groups.Count > 0 && membership["P"].Name switch
        {
            "AllOn" => groups.Exists(_off.Contains),
            "AnyOff" => !groups.Exists(_off.Contains),
            "AllOff" => !groups.TrueForAll(_off.Contains),
            _ => groups.TrueForAll(_off.Contains),
        };
    }

    private IEnumerable<int> References(PdfArray? groups)
    {
        _store.Work.Spend(groups?.Count ?? 0);
        for (var i = 0; groups is not null && i < groups.Count; i++)
        {
            yield return groups.Raw(i).ReferenceNumber;
        }
    }
}
