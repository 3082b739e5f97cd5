namespace TechLeakageBot.Core.Understanding;

/// <summary>The weighted mean of several designs.</summary>
public sealed class Blend(params IReadOnlyList<(IJudge Judge, float Weight)> parts) : IJudge
{
    public Scores Judge(string folded, IReadOnlySet<Signal> signals)
    {
        var (kinds, topics) = (Array.Empty<float>(), Array.Empty<float>());
        foreach (var (judge, weight) in parts)
        {
            var scores = judge.Judge(folded, signals);
            kinds = Add(kinds, scores.Kinds, weight);
            topics = Add(topics, scores.Topics, weight);
        }

        Scores.Normalise(kinds);
        Scores.Normalise(topics);
        return new Scores(kinds, topics);
    }

    private static float[] Add(float[] sum, float[] part, float weight)
    {
        var to = sum.Length == 0 ? new float[part.Length] : sum;
        for (var i = 0; i < part.Length; i++)
            to[i] += weight * part[i];
        return to;
    }
}
