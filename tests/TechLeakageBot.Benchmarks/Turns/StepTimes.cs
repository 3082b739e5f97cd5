using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>How often the asynchronous methods of some interfaces were called, and how long they took, waiting included.</summary>
internal sealed class StepTimes
{
    private readonly ConcurrentDictionary<string, Step> steps = [];

    public T Of<T>(T inner)
        where T : class
    {
        var watched = DispatchProxy.Create<T, Watched>();
        ((Watched)(object)watched).Watch(inner, this);
        return watched;
    }

    public void Clear() => steps.Clear();

    public void Print(int turns)
    {
        var table = new Table("step", "calls a turn", "mean ms", "ms a turn");
        foreach (var (name, step) in steps.OrderByDescending(step => step.Value.Ticks))
        {
            var total = step.Ticks * 1000.0 / Stopwatch.Frequency;
            table.Add(
                name,
                (step.Calls / (double)turns).ToString("0.00", CultureInfo.InvariantCulture),
                (total / step.Calls).ToString("0.00", CultureInfo.InvariantCulture),
                (total / turns).ToString("0.00", CultureInfo.InvariantCulture));
        }

        table.Print();
    }

    private void Note(string name, long ticks)
    {
        var step = steps.GetOrAdd(name, _ => new Step());
        Interlocked.Increment(ref step.Calls);
        Interlocked.Add(ref step.Ticks, ticks);
    }

    private sealed class Step
    {
        public long Calls;
        public long Ticks;
    }

    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it.")]
    internal class Watched : DispatchProxy
    {
        private object inner = new();
        private StepTimes? times;

        public void Watch(object watched, StepTimes noted) => (inner, times) = (watched, noted);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var started = Stopwatch.GetTimestamp();
            var result = targetMethod!.Invoke(inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
            if (result is Task task)
            {
                _ = task.ContinueWith(
                    _ => times!.Note($"{targetMethod.DeclaringType!.Name}.{targetMethod.Name}", Stopwatch.GetTimestamp() - started),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }

            return result;
        }
    }
}
