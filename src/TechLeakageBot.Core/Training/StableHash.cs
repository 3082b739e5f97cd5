using System.Security.Cryptography;
using System.Text;

namespace TechLeakageBot.Core.Training;

/// <summary>Hashes that are the same in every process and on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    /// <summary>Eight hex digits.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(Of(text).AsSpan(0, 4));

    public static uint Number(string text) => BitConverter.ToUInt32(Of(text), 0);

    private static byte[] Of(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
