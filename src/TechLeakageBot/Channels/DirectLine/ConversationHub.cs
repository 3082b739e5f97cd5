using System.Threading.Channels;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// Who listens to which conversation, in this process. It only wakes: what is to be read stands in the transcript, so nothing is
/// lost where nobody listens.
/// </summary>
internal sealed class ConversationHub
{
    /// <summary>A page in several tabs, or a client that reopens before its old socket was found dead.</summary>
    public const int MostPerConversation = 8;

    public const int MostInAll = 5_000;

    private readonly Dictionary<string, List<Listener>> listeners = new(StringComparer.Ordinal);

    private int count;

    /// <summary>Null where too many listen already.</summary>
    public Listener? Listen(string conversation)
    {
        lock (listeners)
        {
            if (!listeners.TryGetValue(conversation, out var here))
                here = [];
            if (count >= MostInAll || here.Count >= MostPerConversation)
                return null;
            count++;
            var listener = new Listener(this, conversation);
            here.Add(listener);
            listeners[conversation] = here;
            return listener;
        }
    }

    public void Wake(string conversation)
    {
        lock (listeners)
        {
            foreach (var listener in listeners.GetValueOrDefault(conversation) ?? [])
                listener.Wake();
        }
    }

    private void Leave(Listener listener)
    {
        lock (listeners)
        {
            if (!listeners.TryGetValue(listener.Conversation, out var here) || !here.Remove(listener))
                return;
            count--;
            if (here.Count == 0)
                listeners.Remove(listener.Conversation);
        }
    }

    internal sealed class Listener(ConversationHub hub, string conversation) : IDisposable
    {
        private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public string Conversation => conversation;

        /// <summary>Returns after the next wake, at once if one came since the last wait.</summary>
        public Task WaitAsync(CancellationToken cancel) => wakes.Reader.ReadAsync(cancel).AsTask();

        public void Wake() => wakes.Writer.TryWrite(true);

        public void Dispose() => hub.Leave(this);
    }
}
