using System.Buffers.Binary;
using System.IO.Compression;

namespace TechLeakageBot.Channels.Rendering;

/// <summary>One bar as a PNG of two colours, some hundred bytes, for clients that draw nothing themselves. Holds no letters: they stand beside it as text.</summary>
internal static class BarImage
{
    private const int Width = 600;
    private const int Height = 12;

    /// <summary>RGB of the track and of what is filled; told apart by lightness too.</summary>
    private static readonly byte[] Palette = [0xE0, 0xE0, 0xE6, 0x4F, 0x52, 0xB2];

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The address that holds the picture itself.</summary>
    /// <param name="percent">Null is an empty bar.</param>
    public static string DataUri(int? percent) => $"data:image/png;base64,{Convert.ToBase64String(Png(percent ?? 0))}";

    public static byte[] Png(int percent)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        // Eight bits a pixel, each an index into the palette.
        (header[8], header[9]) = (8, 3);
        Write(png, "IHDR"u8, header);
        Write(png, "PLTE"u8, Palette);
        Write(png, "IDAT"u8, Pixels(Math.Clamp(percent, 0, 100)));
        Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int percent)
    {
        // A row begins with its filter, here none.
        var row = new byte[Width + 1];
        row.AsSpan(1, Width * percent / 100).Fill(1);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var i = 0; i < Height; i++)
                zlib.Write(row);
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, kind), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return crc;
    }
}
