using TechLeakageBot.Training;

namespace TechLeakageBot.Turns;

/// <summary>One lock per person who has a turn under way; none is kept for the others.</summary>
internal sealed class PersonLocks
{
    private readonly Dictionary<PersonKey, Slot> slots = [];

    public async Task<IDisposable> EnterAsync(PersonKey key, CancellationToken cancel)
    {
        Slot? slot;
        lock (slots)
        {
            if (!slots.TryGetValue(key, out slot))
                slots.Add(key, slot = new Slot());
            slot.Users++;
        }

        try
        {
            await slot.Gate.WaitAsync(cancel);
        }
        catch
        {
            Leave(key, slot);
            throw;
        }

        return new Held(this, key, slot);
    }

    private void Leave(PersonKey key, Slot slot)
    {
        lock (slots)
        {
            if (--slot.Users > 0)
                return;
            slots.Remove(key);
        }

        slot.Gate.Dispose();
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(PersonLocks locks, PersonKey key, Slot slot) : IDisposable
    {
        public void Dispose()
        {
            slot.Gate.Release();
            locks.Leave(key, slot);
        }
    }
}
