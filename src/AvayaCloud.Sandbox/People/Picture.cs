using System.Buffers.Binary;
using System.IO.Compression;

namespace AvayaCloud.Sandbox.People;

/// <summary>A small portrait as PNG, its colours following from its name: a disc for a head, a larger one for the shoulders.</summary>
internal static class Picture
{
    private const int Side = 96;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static byte[] Of(string name)
    {
        var hue = name == "nobody" ? -1 : Derived.Number(0, name, 360);
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Side);
        // Eight bits, truecolour, no interlacing.
        header[8] = 8;
        header[9] = 2;
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Pixels(hue));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int hue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < Side; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Side; x++)
                    zlib.Write(IsFigure(x, y) ? Colour(hue, 0.93) : Colour(hue, 0.42 + (0.12 * y / Side)));
            }
        }

        return packed.ToArray();
    }

    private static bool IsFigure(int x, int y) => IsIn(x, y, Side / 2, 38, 17) || IsIn(x, y, Side / 2, 98, 36);

    private static bool IsIn(int x, int y, int centreX, int centreY, int radius) =>
        ((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)) <= radius * radius;

    // HSL to RGB at saturation 0.35; no hue is grey.
    private static byte[] Colour(int hue, double light)
    {
        var strength = hue < 0 ? 0 : 0.35 * Math.Min(light, 1 - light);
        byte Channel(int offset)
        {
            var k = (offset + (hue / 30.0)) % 12;
            return (byte)(255 * (light - (strength * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }

        return [Channel(0), Channel(8), Channel(4)];
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(data, Checksum(type, uint.MaxValue)) ^ uint.MaxValue);
        png.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> data, uint sum)
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
