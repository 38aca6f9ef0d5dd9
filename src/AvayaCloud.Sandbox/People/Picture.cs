using System.Buffers.Binary;
using System.IO.Compression;

namespace AvayaCloud.Sandbox.People;

/// <summary>A small portrait as PNG: a disc for the head, a larger one for the shoulders, in a colour that depends on the name.</summary>
internal static class Picture
{
    private const int Size = 96;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static byte[] Create(string name)
    {
        var hue = name == "nobody" ? -1 : Derived.Number(0, name, 360);
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Size);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Size);
        // Eight bits, true colour, no interlacing.
        header[8] = 8;
        header[9] = 2;
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, CreatePixels(hue));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] CreatePixels(int hue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < Size; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Size; x++)
                    zlib.Write(IsFigure(x, y) ? GetColour(hue, 0.93) : GetColour(hue, 0.42 + (0.12 * y / Size)));
            }
        }

        return packed.ToArray();
    }

    private static bool IsFigure(int x, int y) => IsInDisc(x, y, Size / 2, 38, 17) || IsInDisc(x, y, Size / 2, 98, 36);

    private static bool IsInDisc(int x, int y, int centreX, int centreY, int radius) =>
        ((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)) <= radius * radius;

    // HSL to RGB with saturation 0.35. A negative hue means grey.
    private static byte[] GetColour(int hue, double light)
    {
        var strength = hue < 0 ? 0 : 0.35 * Math.Min(light, 1 - light);
        byte GetChannel(int offset)
        {
            var k = (offset + (hue / 30.0)) % 12;
            return (byte)(255 * (light - (strength * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }

        return [GetChannel(0), GetChannel(8), GetChannel(4)];
    }

    private static void WriteChunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, UpdateCrc(data, UpdateCrc(type, uint.MaxValue)) ^ uint.MaxValue);
        png.Write(number);
    }

    private static uint UpdateCrc(ReadOnlySpan<byte> data, uint sum)
    {
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        return sum;
    }
}
