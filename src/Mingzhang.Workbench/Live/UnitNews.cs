using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Mingzhang.Workbench.Pages.Reports.Grid;

namespace Mingzhang.Workbench.Live;

/// <summary>一个进程内的消息。</summary>
internal sealed class UnitNews : IUnitNews
{
    private const int MostOfUnit = 60, MostOfPerson = 12;

    private readonly ConcurrentDictionary<string, List<Listener>> _units = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void Tell(string unit, JsonObject said)
    {
        if (Listeners(unit) is { Count: > 0 } all)
        {
            var text = Encoding.UTF8.GetString(JsonText.Bytes(said));
            all.ForEach(l => l.Put(text));
        }
    }

    /// <inheritdoc/>
    public bool Stand(string unit, string client, string who, string row, string field)
    {
        lock (_gate)
        {
            if (!_units.TryGetValue(unit, out var all) || all.Find(l => l.Client == client && l.Who == who) is not { } listener)
            {
                return false;
            }

            (listener.Row, listener.Field) = (row, field);
        }

        Tell(unit, new JsonObject { ["people"] = Present(unit) });
        return true;
    }

    /// <inheritdoc/>
    public JsonArray Present(string unit) => JsonText.List(Listeners(unit).Select(l => JsonText.Texts(l.Client, l.Who, l.Row, l.Field)));

    /// <inheritdoc/>
    public void Leave(string unit, Listener listener)
    {
        lock (_gate)
        {
            if (_units.TryGetValue(unit, out var all) && all.Remove(listener) && all.Count == 0)
            {
                _units.TryRemove(unit, out _);
            }
        }

        Tell(unit, new JsonObject { ["people"] = Present(unit) });
    }

    private List<Listener> Listeners(string unit)
    {
        lock (_gate)
        {
            return _units.TryGetValue(unit, out var all) ? [.. all] : [];
        }
    }
}
