using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

public class QuestionsTests
{
    [Theory]
    [InlineData(Severity.Info, new Signal[0], true, null)]
    [InlineData(Severity.Caution, new Signal[0], true, Question.WhatWentOut)]
    [InlineData(Severity.Caution, new[] { Signal.NotGiven }, true, null)]
    [InlineData(Severity.Caution, new[] { Signal.NotGiven, Signal.Stranger }, true, Question.Favours)]
    [InlineData(Severity.Caution, new[] { Signal.NotGiven, Signal.Stranger, Signal.FavourDeclined }, true, null)]
    [InlineData(Severity.Caution, new[] { Signal.NotGiven, Signal.Overseas }, true, Question.State)]
    [InlineData(Severity.Caution, new[] { Signal.NotGiven }, false, null)]
    [InlineData(Severity.Serious, new[] { Signal.Given }, true, null)]
    [InlineData(Severity.Serious, new[] { Signal.Given, Signal.Stranger, Signal.Overseas }, false, Question.Site)]
    [InlineData(Severity.Serious, new[] { Signal.GivenALittle }, false, Question.WhatWentOut)]
    [InlineData(Severity.Serious, new[] { Signal.GivenALittle, Signal.Copied }, true, null)]
    public void Only_what_matters_is_asked(Severity severity, Signal[] signals, bool siteIsKnown, Question? question) =>
        Assert.Equal(question, Questions.Next(Matter(severity, signals), siteIsKnown));

    [Fact]
    public void Nothing_is_asked_twice_and_never_more_than_three()
    {
        var matter = Matter(Severity.Caution, [Signal.Stranger, Signal.Overseas]);
        for (var asked = 0; asked < Questions.Most; asked++)
            matter = matter with { Asked = [.. matter.Asked, Questions.Next(matter, true)!.Value] };
        Assert.Equal([Question.WhatWentOut, Question.Favours, Question.State], matter.Asked);
        Assert.Null(Questions.Next(matter with { Severity = Severity.Serious }, false));
    }

    [Theory]
    [InlineData(Question.WhatWentOut, "nothing", new Signal[0], "Nothing")]
    [InlineData(Question.WhatWentOut, "catalogue only", new[] { Signal.PublicOnly }, "PublicOnly")]
    [InlineData(Question.WhatWentOut, "I gave it to him", new[] { Signal.Given }, "NotPublic")]
    [InlineData(Question.WhatWentOut, "maybe the process", new Signal[0], "NotSure")]
    [InlineData(Question.WhatWentOut, "not yet", new[] { Signal.NotYet }, "Nothing")]
    [InlineData(Question.Favours, "いいえ", new Signal[0], "None")]
    [InlineData(Question.Favours, "he threatens me", new[] { Signal.Threat, Signal.FavourDeclined }, "Pressed")]
    [InlineData(Question.Favours, "I took it", new[] { Signal.FavourTaken }, "Accepted")]
    [InlineData(Question.Favours, "offered", new[] { Signal.FavourOffered }, "Declined")]
    [InlineData(Question.State, "no idea", new Signal[0], "StateNotSure")]
    [InlineData(Question.State, "the ministry", new[] { Signal.Government }, "StateBehind")]
    [InlineData(Question.State, "what is this", new Signal[0], null)]
    public void Free_words_answer(Question question, string text, Signal[] signals, string? answer) =>
        Assert.Equal(answer, Questions.Understand(question, text, Read.Caution(signals))?.ToString());

    [Theory]
    [InlineData("WhatWentOut", "NotSure", Severity.Serious)]
    [InlineData("Favours", "Accepted", Severity.Serious)]
    [InlineData("Favours", "Pressed", Severity.Serious)]
    [InlineData("Favours", "Declined", Severity.Caution)]
    [InlineData("State", "StateBehind", Severity.Serious)]
    [InlineData("State", "StateNotSure", Severity.Caution)]
    public void An_answer_has_its_level(string question, string answer, Severity severity)
    {
        Assert.Contains(Enum.Parse<Answer>(answer), Questions.Answers(Enum.Parse<Question>(question)));
        Assert.Equal(severity, Questions.Judge(Matter(Severity.Caution, []), Enum.Parse<Answer>(answer)).Severity);
    }

    private static Consultation Matter(Severity severity, Signal[] signals) => new(
        1, Known.Sns, null, severity, severity == Severity.Serious ? [Reason.Out] : [], signals, [], null, 1, Language.English, "", null, [], [], false);
}
