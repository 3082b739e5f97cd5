namespace TechLeakageBot.Delivery;

/// <summary>
/// What was said in conversations that no platform keeps for the bot (Direct Line): activities as JSON, in order. A client that
/// comes back reads on from the last sequence it has. A method that returns has committed durably.
/// </summary>
internal interface ITranscripts
{
    /// <summary>Adds an activity; the same <paramref name="activityId"/> again adds nothing and gives the sequence it has.</summary>
    /// <returns>Its sequence within the conversation, from 1 on.</returns>
    Task<long> AppendAsync(string conversation, string activityId, string json, DateTimeOffset at, CancellationToken cancel);

    /// <summary>The activities after a sequence, in order.</summary>
    Task<IReadOnlyList<(long Sequence, string Json)>> AfterAsync(string conversation, long sequence, int most, CancellationToken cancel);
}
