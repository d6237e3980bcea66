using System.Data.Common;

namespace Mingzhang.Ledger.Storage;

/// <summary>备好的语句：commands of one connection by their text, prepared once and run again in every transaction. The texts come from the kinds, so they are few.</summary>
internal sealed class PreparedCommands : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>取一条，供本次事务用。</summary>
    public DbCommand Of(string key, DbTransaction? transaction, Func<DbCommand> make)
    {
        if (!_commands.TryGetValue(key, out var command))
        {
            _commands[key] = command = make();
        }

        command.Transaction = transaction;
        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }
}
