using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Mingzhang.Workbench.Pages.Reports.Grid;
using Npgsql;

namespace Mingzhang.Workbench.Live;

/// <summary>节点之间的消息：PostgreSQL's own notices carry what is saved, who is where and that the archive has changed. They may be lost when a connection is; then whoever listens is told to look at everything again, so
/// that nothing depends on them but how soon one sees what others do.</summary>
/// <param name="connecting">Connection string of the shared database.</param>
/// <param name="node">Name of this node.</param>
/// <param name="clock">The clock.</param>
internal sealed class NodeNews(string connecting, string node, TimeProvider clock) : IAsyncDisposable
{
    private const string Channel = "mingzhang_news";

    // A notice holds 8,000 bytes.
    private const int LongestNotice = 7_600, MostWaiting = 4_096;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2), Beat = TimeSpan.FromSeconds(30), Gone = TimeSpan.FromSeconds(75);

    private readonly Channel<string> _waiting = System.Threading.Channels.Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ConcurrentDictionary<(string Node, string Unit), Standing> _elsewhere = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _work = [];
    private UnitNews? _local;
    private Action _changed = () => { };

    /// <summary>开始收发。</summary>
    /// <param name="local">Those who listen here.</param>
    /// <param name="changed">What is done when another node has published.</param>
    public void Begin(UnitNews local, Action changed)
    {
        (_local, _changed) = (local, changed);
        _work.AddRange([Task.Run(Listen), Task.Run(Send), Task.Run(Announce)]);
    }

    /// <summary>告诉别的节点：said of a unit.</summary>
    public void Say(string unit, string text) => Put(new JsonObject { ["u"] = unit, ["t"] = text }, new JsonObject { ["u"] = unit, ["m"] = true });

    /// <summary>告诉别的节点：who is here.</summary>
    public void Stand(string unit, JsonArray people) => Put(new JsonObject { ["u"] = unit, ["p"] = people.DeepClone() }, new JsonObject { ["u"] = unit, ["m"] = true });

    /// <summary>告诉别的节点：the archive has changed.</summary>
    public void Changed() => Put(new JsonObject { ["a"] = true }, []);

    /// <summary>在别的节点上收听的人换了一格; false where nobody knows him.</summary>
    public bool Move(string unit, string client, string who, string row, string field)
    {
        if (!Elsewhere(unit).Any(p => p![0]!.GetValue<string>() == client && p[1]!.GetValue<string>() == who))
        {
            return false;
        }

        Put(new JsonObject { ["u"] = unit, ["s"] = JsonText.Texts(client, who, row, field) }, []);
        return true;
    }

    /// <summary>在别的节点上有谁; whoever's node has not been heard for a while is gone.</summary>
    public IEnumerable<JsonNode?> Elsewhere(string unit) => _elsewhere.Where(e => e.Key.Unit == unit && clock.GetUtcNow() - e.Value.At < Gone).SelectMany(e => JsonNode.Parse(e.Value.People)!.AsArray().Select(p => p!.DeepClone()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Put(JsonObject said, JsonObject instead)
    {
        said["n"] = node;
        instead["n"] = node;
        var text = JsonText.Text(said);
        _waiting.Writer.TryWrite(Encoding.UTF8.GetByteCount(text) <= LongestNotice ? text : instead.ToJsonString());
    }

    private Task Listen() => Keep(async connection =>
    {
        connection.Notification += (_, e) => Hear(e.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN " + Channel, connection))
        {
            await listen.ExecuteNonQueryAsync(_stop.Token);
        }

        // What was said before is lost: here everybody looks again, and the others say who is there.
        _local!.Miss(null);
        Put(new JsonObject { ["q"] = true }, []);
        while (!_stop.IsCancellationRequested)
        {
            await connection.WaitAsync(_stop.Token);
        }
    });

    private Task Send() => Keep(async connection =>
    {
        await using var notify = new NpgsqlCommand("SELECT pg_notify('" + Channel + "', @said)", connection);
        var said = notify.Parameters.Add("said", NpgsqlTypes.NpgsqlDbType.Text);
        await foreach (var text in _waiting.Reader.ReadAllAsync(_stop.Token))
        {
            said.Value = text;
            await notify.ExecuteNonQueryAsync(_stop.Token);
        }
    });

    private async Task Announce()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            Announced();
        }
    }

    private void Announced()
    {
        foreach (var unit in _local!.Units())
        {
            Stand(unit, _local.Here(unit));
        }
    }

    // While the database is away there is no news, and nothing can be saved either; as soon as it is there it goes on.
    private async Task Keep(Func<NpgsqlConnection, Task> work)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connecting);
                await connection.OpenAsync(_stop.Token);
                await work(connection);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                await Task.Delay(Again, _stop.Token);
            }
        }
    }

    private void Hear(string payload)
    {
        if (Parsed(payload) is not { } said || said["n"]?.GetValue<string>() is not { } from || from == node)
        {
            return;
        }

        var unit = said["u"]?.GetValue<string>() ?? "";
        if (said["t"] is { } text)
        {
            _local!.Put(unit, text.GetValue<string>());
        }
        else if (said["p"] is JsonArray people)
        {
            _elsewhere[(from, unit)] = new Standing(people.ToJsonString(), clock.GetUtcNow());
            _local!.Put(unit, JsonText.Text(new JsonObject { ["people"] = _local.Present(unit) }));
        }
        else if (said["s"] is JsonArray stand)
        {
            _local!.Move(unit, stand[0]!.GetValue<string>(), stand[1]!.GetValue<string>(), stand[2]!.GetValue<string>(), stand[3]!.GetValue<string>());
        }
        else if (said["m"] is not null)
        {
            _local!.Miss(unit);
        }
        else if (said["a"] is not null)
        {
            _changed();
        }
        else if (said["q"] is not null)
        {
            Announced();
        }
    }

    // Whoever may write to the database may say anything; what is no notice of ours is passed over.
    private static JsonNode? Parsed(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Standing(string People, DateTimeOffset At);
}
