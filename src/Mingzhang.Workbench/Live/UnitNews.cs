using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Mingzhang.Workbench.Pages.Reports.Grid;

namespace Mingzhang.Workbench.Live;

/// <summary>单位的消息：what is saved and who is there, told to all who look at the same unit, on this node and, where there are others, through their carrier on those.</summary>
/// <param name="carrier">What carries them between nodes; null where there is one.</param>
internal sealed class UnitNews(NodeNews? carrier = null)
{
    private const int MostOfUnit = 60, MostOfPerson = 12;

    private readonly ConcurrentDictionary<string, List<Listener>> _units = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>收听; null where too many do.</summary>
    public Listener? Listen(string unit, string client, string who)
    {
        lock (_gate)
        {
            var all = _units.GetOrAdd(unit, _ => []);
            all.RemoveAll(l => l.Client == client && l.Who == who);
            if (all.Count >= MostOfUnit || all.Count(l => l.Who == who) >= MostOfPerson)
            {
                return null;
            }

            var listener = new Listener(client, who);
            all.Add(listener);
            return listener;
        }
    }

    /// <summary>有人来了，或换了一格，或走了：all are told who is there.</summary>
    public void TellPeople(string unit)
    {
        carrier?.Stand(unit, Here(unit));
        Put(unit, JsonText.Text(new JsonObject { ["people"] = Present(unit) }));
    }

    /// <summary>告诉收听的人。</summary>
    public void Tell(string unit, JsonObject said)
    {
        var text = JsonText.Text(said);
        carrier?.Say(unit, text);
        Put(unit, text);
    }

    /// <summary>某人所在的格; false where he does not listen.</summary>
    public bool Stand(string unit, string client, string who, string row, string field)
    {
        if (!Move(unit, client, who, row, field))
        {
            // He may listen to another node than the one that he told.
            return carrier?.Move(unit, client, who, row, field) ?? false;
        }

        return true;
    }

    /// <summary>本节点上某人换了一格; false where he does not listen here.</summary>
    public bool Move(string unit, string client, string who, string row, string field)
    {
        lock (_gate)
        {
            if (!_units.TryGetValue(unit, out var all) || all.Find(l => l.Client == client && l.Who == who) is not { } listener)
            {
                return false;
            }

            (listener.Row, listener.Field) = (row, field);
        }

        TellPeople(unit);
        return true;
    }

    /// <summary>现在有谁。</summary>
    public JsonArray Present(string unit) => JsonText.List([.. Here(unit).Select(p => p!.DeepClone()), .. carrier?.Elsewhere(unit) ?? []]);

    /// <summary>本节点上有谁。</summary>
    public JsonArray Here(string unit) => JsonText.List(Listeners(unit).Select(l => JsonText.Texts(l.Client, l.Who, l.Row, l.Field)));

    /// <summary>本节点上有人收听的单位。</summary>
    public IReadOnlyList<string> Units() => [.. _units.Keys];

    /// <summary>不再收听。</summary>
    public void Leave(string unit, Listener listener)
    {
        lock (_gate)
        {
            if (_units.TryGetValue(unit, out var all) && all.Remove(listener) && all.Count == 0)
            {
                _units.TryRemove(unit, out _);
            }
        }

        TellPeople(unit);
    }

    /// <summary>交给本节点上收听的人。</summary>
    public void Put(string unit, string text) => Listeners(unit).ForEach(l => l.Put(text));

    /// <summary>有的没有送到：of one unit, or of all of them.</summary>
    public void Miss(string? unit)
    {
        foreach (var one in unit is null ? Units() : [unit])
        {
            Listeners(one).ForEach(l => l.Miss());
        }
    }

    private List<Listener> Listeners(string unit)
    {
        lock (_gate)
        {
            return _units.TryGetValue(unit, out var all) ? [.. all] : [];
        }
    }
}
