namespace Mingzhang.Documents.Formats.Archives;

/// <summary>校验和：CRC-32 as zip files use it.</summary>
internal sealed class Checksum
{
    private static readonly uint[] Table = MakeTable();

    private uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        foreach (var b in bytes)
        {
            state = Table[(state ^ b) & 0xff] ^ (state >> 8);
        }

        _state = state;
    }

    private static uint[] MakeTable()
    {
        const uint Polynomial = 0xEDB88320;
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
