namespace TechLeakageBot.Core.Training;

/// <summary>Which questions a quiz asks, and in which order their options stand. The same seed gives the same.</summary>
public static class QuizPlan
{
    /// <summary>How many questions a quiz by itself has.</summary>
    public const int Length = 5;

    private const int MostOfTopic = 2;

    /// <summary>How far behind its place a question may be for another kind.</summary>
    private const int LooksAhead = 6;

    /// <summary>
    /// Topics whose time to be asked again has come first, the weakest of them before the others; then those never asked; then the rest.
    /// No topic more than twice as long as there are others, and where it can be no kind twice in a row.
    /// </summary>
    public static IReadOnlyList<string> Choose(IEnumerable<QuizQuestion> pool, IReadOnlyDictionary<string, TopicMemory> memory, DateOnly today, int count, int seed)
    {
        var queue = pool
            .OrderBy(question => memory.TryGetValue(question.Topic, out var known) ? known.Due <= today ? 0 : 2 : 1)
            .ThenBy(question => memory.TryGetValue(question.Topic, out var known) && known.Due <= today ? known.Stability : 0)
            .ThenBy(question => StableHash.Number($"{seed} {question.Id}"))
            .ToList();
        List<QuizQuestion> spread = [.. queue.GroupBy(question => question.Topic).SelectMany(topic => topic.Select((question, place) => (question, place)))
            .Where(asked => asked.place < MostOfTopic).OrderBy(asked => asked.place).ThenBy(asked => queue.IndexOf(asked.question)).Select(asked => asked.question).Concat(queue).Distinct()];
        List<QuizQuestion> chosen = [];
        while (chosen.Count < count && spread.Count > 0)
        {
            var next = spread.Take(LooksAhead).FirstOrDefault(question => chosen.Count == 0 || question.Kind != chosen[^1].Kind) ?? spread[0];
            chosen.Add(next);
            spread.Remove(next);
        }

        return [.. chosen.Select(question => question.Id)];
    }

    /// <summary>The places of the options in the file, in the order in which they are shown. Steps are never shown in their right order.</summary>
    public static IReadOnlyList<int> Shuffled(QuizQuestion question, int seed)
    {
        // Levels, bureaus and true or false read better in the order that people know.
        if (question.Kind is QuestionKind.Level or QuestionKind.TrueFalse)
            return [.. Enumerable.Range(0, question.Options.Count)];
        for (var round = 0; ; round++)
        {
            int[] places = [.. Enumerable.Range(0, question.Options.Count).OrderBy(place => StableHash.Number($"{seed} {round} {question.Id} {place}"))];
            if (question.Kind != QuestionKind.Order || !places.SequenceEqual(places.Order()))
                return places;
        }
    }
}
