using System.IO.Compression;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>解压中的成员：gives no more bytes than the part declares, counts them against the archive's limits, and checks length and checksum at the end.</summary>
internal sealed class InflatingStream : Stream
{
    private readonly Archive _archive;
    private readonly ArchiveEntry _entry;
    private readonly Stream _source;
    private readonly Checksum _checksum = new();
    private long _given;
    private bool _ended;

    public InflatingStream(Archive archive, ArchiveEntry entry, Stream packed)
    {
        _archive = archive;
        _entry = entry;
        _source = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.Length == 0)
        {
            return 0;
        }

        int read;
        try
        {
            read = _source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new ArchiveException(ArchiveProblem.Damaged);
        }

        _given += read;
        _checksum.Add(buffer[..read]);
        _ended = read == 0;
        if (_given > _entry.Declared || (_ended && (_given != _entry.Declared || _checksum.Value != _entry.Crc)))
        {
            throw new ArchiveException(ArchiveProblem.Damaged);
        }

        _archive.Count(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }

        base.Dispose(disposing);
    }
}
