namespace TechLeakageBot.Core.Understanding;

/// <summary>One design of a judgement on a text. <c>eval</c> compares them; the reader uses one.</summary>
public interface IJudge
{
    /// <param name="folded">The text as <see cref="Folding"/> leaves it.</param>
    /// <param name="signals">What the text mentions.</param>
    Scores Judge(string folded, IReadOnlySet<Signal> signals);
}
