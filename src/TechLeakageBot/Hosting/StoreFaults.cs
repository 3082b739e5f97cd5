using System.Data.Common;

namespace TechLeakageBot.Hosting;

/// <summary>Which exceptions mean that the store does not answer at the moment, whatever database it is.</summary>
internal static class StoreFaults
{
    public static bool Has(Exception fault) => fault is DbException or IOException or TimeoutException;
}
