using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Desk.Pages;

/// <summary>What stands in an item's form: as settled last, or as it was typed where that was refused.</summary>
/// <param name="Answer">An answer's name; empty leaves it to the persons.</param>
/// <param name="Seen">The <see cref="Settlement.Id"/> that the officer saw.</param>
public sealed record CheckForm(string Answer, string Note, string Link, string Responsible, long Seen)
{
    public static CheckForm Of(Settlement? settled) => settled is null
        ? new CheckForm("", "", "", "", 0)
        : new CheckForm(settled.Answer?.ToString() ?? "", settled.Note, settled.Link, settled.Responsible, settled.Id);

    public bool HasAnswer => Answer.Length == 0 || Named is not null;

    public CheckAnswer? Named => Choice.Named<CheckAnswer>(Answer);
}
