namespace TechLeakageBot.Core.Handbook;

/// <summary>Everything of the handbook by its id, cross references checked.</summary>
public sealed class Catalogue
{
    /// <summary>How many bureaus the handbook lists (p. 19).</summary>
    public const int BureauCount = 9;

    /// <summary>The handbook's last page.</summary>
    public const int LastPage = 20;

    private readonly Dictionary<string, Topic> topics;
    private readonly Dictionary<string, Bureau> byPrefecture;

    /// <exception cref="ArgumentException">Two topics share an id, or two bureaus a prefecture.</exception>
    public Catalogue(IEnumerable<Topic> topics, IReadOnlyList<Bureau> bureaus)
    {
        this.topics = topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal);
        Bureaus = bureaus;
        byPrefecture = bureaus
            .SelectMany(bureau => bureau.Prefectures, (bureau, prefecture) => (bureau, prefecture))
            .ToDictionary(b => b.prefecture.Ja, b => b.bureau, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<Topic> Topics => topics.Values;

    public IReadOnlyList<Bureau> Bureaus { get; }

    /// <exception cref="KeyNotFoundException">No topic has this id.</exception>
    public Topic this[string id] => topics[id];

    public T? Find<T>(string id)
        where T : Topic => topics.GetValueOrDefault(id) as T;

    /// <summary>The bureau that serves a prefecture, named without 県, 府 or 都.</summary>
    public Bureau? BureauOf(string? prefecture) => prefecture is null ? null : byPrefecture.GetValueOrDefault(prefecture);
}
