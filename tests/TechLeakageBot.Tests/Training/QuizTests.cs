using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.Training;

public class QuizTests
{
    private static readonly KnowledgeBase Known = Shipped.Base;
    private static readonly QuizQuestion Reply = Known.Curriculum.Questions.First(question => question.Kind == QuestionKind.Reply);
    private static readonly QuizQuestion Order = Known.Curriculum.Questions.First(question => question is { Kind: QuestionKind.Order, Options.Count: 4 });

    [Fact]
    public void Every_case_and_every_measure_is_asked_about_at_least_twice_and_there_are_150_questions()
    {
        Assert.True(Known.Curriculum.Questions.Count >= 150);
        foreach (var topic in Known.Handbook.Topics.Where(topic => topic is CaseStudy or Measure))
            Assert.True(Known.Curriculum.Questions.Count(question => question.Topic == topic.Id) >= 2, topic.Id);
        Assert.Equal(Enum.GetValues<QuestionKind>(), Known.Curriculum.Questions.Select(question => question.Kind).Distinct().Order());
        foreach (var bureau in Known.Handbook.Bureaus)
            Assert.Contains(Known.Curriculum.Questions, question => question.Kind == QuestionKind.Bureau && question.RightOne.Text == bureau.Name);
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Every_option_of_every_question_is_marked_and_explained(Language language)
    {
        foreach (var question in Known.Curriculum.Questions.Where(question => question.Kind != QuestionKind.Order))
        {
            for (var option = 0; option < question.Options.Count; option++)
            {
                var learner = Asked(question, language);
                var place = QuizPlan.Shuffled(question, Seed).ToList().IndexOf(option);
                learner.Press(QuizCards.Letter(place));
                Assert.Contains(question.Options[option].Why.In(language), learner.Shown, StringComparison.Ordinal);
                Assert.All(question.Options, each => Assert.Contains(each.Why.In(language), learner.Shown, StringComparison.Ordinal));
                learner.Shows(question.Options[option].IsRight ? Say.QuizRight : Say.QuizWrong);
                Assert.Null(learner.Trainee.Quiz);
                Assert.Equal(question.Options[option].IsRight ? (1, 1) : (0, 1), Marks(learner, question));
            }
        }
    }

    [Fact]
    public void Every_order_is_right_in_one_order_and_wrong_in_every_other()
    {
        foreach (var question in Known.Curriculum.Questions.Where(question => question.Kind == QuestionKind.Order))
        {
            var shown = QuizPlan.Shuffled(question, Seed).ToList();
            foreach (var order in Permutations([.. Enumerable.Range(0, question.Options.Count)]))
            {
                var learner = Asked(question).Say(string.Concat(order.Select(option => QuizCards.Letter(shown.IndexOf(option)))));
                Assert.Equal(order.SequenceEqual(order.Order()) ? (1, 1) : (0, 1), Marks(learner, question));
            }
        }
    }

    [Theory]
    [InlineData("{0} {1} {2} {3}")]
    [InlineData("{0}→{1}→{2}→{3}")]
    [InlineData("{0}、{1}、{2}")]
    [InlineData("{0}")]
    public void Steps_are_picked_one_after_another_or_together(string text)
    {
        var shown = QuizPlan.Shuffled(Order, Seed).ToList();
        object[] letters = [.. Enumerable.Range(0, 4).Select(option => QuizCards.Letter(shown.IndexOf(option)))];
        var learner = Asked(Order).Say(string.Format(null, text, letters));
        if (learner.Trainee.Quiz is { } run)
        {
            Assert.Equal([0], run.Picked);
            learner.Press((string)letters[1]).Press((string)letters[2]);
        }

        Assert.Equal((1, 1), Marks(learner, Order));
    }

    [Fact]
    public void A_step_that_was_picked_already_is_told_and_nothing_changes()
    {
        var learner = Asked(Order).Say("A");
        var picked = learner.Trainee.Quiz;
        learner.Say("A").Shows(Say.QuizPickedAlready);
        Assert.Equal(picked, learner.Trainee.Quiz);
        Assert.IsType<Stage.Practising>(learner.State.Stage);
    }

    [Fact]
    public void A_quiz_goes_on_after_days_and_in_another_conversation_at_the_same_question()
    {
        var learner = new Learner(Known).Say("クイズを出して");
        var first = learner.Trainee.Quiz!;
        learner.Press("A");
        learner.Say("やめる").Shows(Say.QuizStopped);
        var elsewhere = new Learner(Known) { Trainee = learner.Trainee, Now = learner.Now.AddDays(9) };
        elsewhere.Say("クイズの続きをお願いします");
        Assert.Equal(first with { At = 1, Counted = 1, Right = elsewhere.Trainee.Quiz!.Right, Missed = elsewhere.Trainee.Quiz.Missed }, elsewhere.Trainee.Quiz);
        Assert.Contains(Known.Curriculum.Question(first.Questions[1])!.Text.Ja, elsewhere.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_devices_that_answer_the_same_question_count_once()
    {
        var one = new Learner(Known).Say("クイズを出して");
        var old = one.Button("A").Choice;
        one.Press("A");
        var marked = one.Trainee;
        var other = new Learner(Known) { Trainee = one.Trainee };
        other.Click(old);
        other.Shows(Say.QuizAnsweredAlready);
        Assert.Equal(marked.Quiz, other.Trainee.Quiz);
        Assert.Equal(marked.Memory, other.Trainee.Memory);
    }

    [Fact]
    public void A_button_of_an_earlier_quiz_is_told_and_counts_for_nothing()
    {
        var learner = new Learner(Known).Say("クイズを出して");
        var old = learner.Button("A").Choice;
        learner.Click(new Choice(Verb.Quiz, 0, QuizCards.New));
        var present = learner.Trainee;
        learner.Click(old).Shows(Say.QuizOtherRun);
        Assert.Same(present, learner.Trainee);
        learner.Click(new Choice(Verb.Quiz, 0, "2.0.99.abc")).Shows(Say.QuizEdited);
        Assert.Equal(present.Quiz, learner.Trainee.Quiz);
    }

    [Theory]
    [InlineData("そういえば昨日のことですが")]
    [InlineData("E")]
    [InlineData("9")]
    [InlineData("AB")]
    public void What_is_no_answer_is_asked_back_and_counts_for_nothing(string text)
    {
        var learner = Asked(Reply).Say(text);
        Assert.Equal(0, learner.Trainee.Quiz!.Counted);
        Assert.Contains(Reply.Text.Ja, learner.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_a_real_matter_is_advised_on_and_the_quiz_waits()
    {
        var learner = Asked(Reply).Say("LinkedInで知り合った人に、未公開の図面を送ってしまいました。");
        Assert.IsType<Stage.Consulting>(learner.State.Stage);
        Assert.Contains(learner.Effects, effect => effect is Effect.Alert);
        Assert.NotNull(learner.Trainee.Quiz);
    }

    [Fact]
    public void A_question_that_was_edited_meanwhile_is_asked_anew()
    {
        var learner = Asked(Reply);
        var old = learner.Button("A").Choice;
        learner.Knowledge = With(Reply with { Options = [.. Reply.Options.Select(option => option with { Text = new Bilingual(option.Text.Ja + "。", option.Text.En) })] });
        learner.Click(old).Shows(Say.QuizEdited);
        Assert.Equal(0, learner.Trainee.Quiz!.Counted);
    }

    [Fact]
    public void A_question_that_was_taken_out_meanwhile_is_skipped_and_counts_for_nothing()
    {
        var learner = Asked(Reply, Language.Japanese, Order);
        var old = learner.Button("A").Choice;
        learner.Knowledge = Known with { Curriculum = Known.Curriculum with { Questions = [.. Known.Curriculum.Questions.Where(question => question != Reply)] } };
        learner.Click(old).Shows(Say.QuizTakenOut);
        Assert.Equal((1, 0), (learner.Trainee.Quiz!.At, learner.Trainee.Quiz.Counted));
        Assert.Contains(Order.Text.Ja, learner.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_missed_is_asked_again_before_what_was_known()
    {
        var learner = Asked(Reply).Say(Letter(Reply, isRight: false));
        var memory = learner.Trainee.Memory;
        var due = memory[Reply.Topic].Due;
        Assert.Equal(Reply.Topic, Known.Curriculum.Question(QuizPlan.Choose(Known.Curriculum.Questions, memory, due, 5, 1)[0])!.Topic);
        Assert.DoesNotContain(QuizPlan.Choose(Known.Curriculum.Questions, memory, due.AddDays(-1), 5, 1), id => Known.Curriculum.Question(id)!.Topic == Reply.Topic);
    }

    [Fact]
    public void A_title_of_a_drill_or_a_course_begins_it_in_whichever_language_it_is_written()
    {
        foreach (var drill in Known.Curriculum.Drills)
        {
            Assert.Equal(drill.Id, new Learner(Known).Say(drill.Title.En).Trainee.Drill?.Drill);
            Assert.Equal(drill.Id, new Learner(Known, Language.English).Say(drill.Title.Ja).Trainee.Drill?.Drill);
        }

        foreach (var course in Known.Curriculum.Courses)
            Assert.Contains(course.About.En, new Learner(Known, Language.English).Say(course.Title.Ja).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_course_ends_with_a_certificate_once_its_quiz_is_passed_and_its_drills_are_played()
    {
        var course = Known.Curriculum.Course("everyone")!;
        var learner = new Learner(Known).Say("研修を受けたい");
        learner.Click(new Choice(Verb.Course, 0, $"{course.Id}.quiz"));
        Assert.Equal(course.Questions, learner.Trainee.Quiz!.Questions.Count);
        while (learner.Trainee.Quiz is { } run)
        {
            var question = Known.Curriculum.Question(run.Questions[run.At])!;
            var shown = QuizPlan.Shuffled(question, run.Seed).ToList();
            learner.Say(question.Kind == QuestionKind.Order
                ? string.Concat(Enumerable.Range(0, question.Options.Count).Select(option => QuizCards.Letter(shown.IndexOf(option))))
                : QuizCards.Letter(shown.FindIndex(option => question.Options[option].IsRight)));
        }

        Assert.Equal(100, learner.Trainee.Enrolments.Single().Score);
        Assert.Null(learner.Trainee.Enrolments.Single().Certificate);
        learner.Shows(Say.CourseNext);

        foreach (var drill in course.Drills)
        {
            learner.Click(new Choice(Verb.Course, 0, $"{course.Id}.{drill}"));
            while (learner.Trainee.Drill is not null)
                learner.Say("A");
        }

        Assert.Matches("^TC-2026-", learner.Trainee.Enrolments.Single().Certificate);
        learner.Shows(Say.CertificateTitle);
    }

    private const int Seed = 42;

    private static Learner Asked(QuizQuestion question, Language language = Language.Japanese, params QuizQuestion[] further)
    {
        var learner = new Learner(Known, language)
        {
            Trainee = Trainee.New with { Runs = 1, Quiz = new QuizRun(1, null, [question.Id, .. further.Select(each => each.Id)], 0, Seed, [], 0, 0, []) },
        };
        return learner.Click(new Choice(Verb.Quiz, 0, QuizCards.Resume));
    }

    private static string Letter(QuizQuestion question, bool isRight) =>
        QuizCards.Letter(QuizPlan.Shuffled(question, Seed).ToList().FindIndex(option => question.Options[option].IsRight == isRight));

    private static (int Right, int Asked) Marks(Learner learner, QuizQuestion question) =>
        (learner.Trainee.Memory[question.Topic].Right, learner.Trainee.Memory[question.Topic].Asked);

    private static KnowledgeBase With(QuizQuestion edited) => Known with
    {
        Curriculum = Known.Curriculum with { Questions = [.. Known.Curriculum.Questions.Select(question => question.Id == edited.Id ? edited : question)] },
    };

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
