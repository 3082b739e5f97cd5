namespace TechLeakageBot.Desk.Charts;

/// <summary>
/// What a colour of a chart stands for; style sheets know it as a class. Told apart by their lightness too, for print and for eyes that
/// see few colours: serious is the darkest.
/// </summary>
public enum Tone
{
    Serious,
    Caution,
    Info,
    Plain,
}
