using System.Buffers;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class ModelTests
{
    private static readonly Labels Labels = new(["case.a", "case.b"]);
    private static readonly Lexicon NoWords = new([]);
    private static readonly HashSet<Signal> NoSignals = [];

    private static readonly Example[] Toy =
    [
        .. Enumerable.Range(0, 6).SelectMany(i => new[]
        {
            Of($"he wants drawings number {i}", Intent.Situation, Severity.Caution, "case.a"),
            Of($"drawings are gone for ever {i}", Intent.Situation, Severity.Serious, "case.a"),
            Of($"how do I write a contract {i}", Intent.Knowledge, Severity.Info, "case.b"),
            Of($"天気はどうですか{i}", Intent.Other, Severity.Info),
        }),
    ];

    [Theory]
    [InlineData("he wants our drawings", Intent.Situation, Severity.Caution, "case.a")]
    [InlineData("the drawings are gone", Intent.Situation, Severity.Serious, "case.a")]
    [InlineData("write a contract how", Intent.Knowledge, Severity.Info, "case.b")]
    [InlineData("明日の天気はどう", Intent.Other, Severity.Info, null)]
    public void A_toy_problem_is_learnt(string text, Intent intent, Severity severity, string? topic)
    {
        var reading = new Reader(Trained(), Labels, NoWords, new Gazetteer([], [], [])).Read(text);
        Assert.Equal((intent, severity), (reading.Intent, reading.Severity));
        Assert.Equal(topic ?? reading.Topics[0].Id, reading.Topics[0].Id);
    }

    [Fact]
    public void The_same_examples_give_the_same_model() => Assert.Equal(Bytes(Trained()), Bytes(Trained()));

    [Fact]
    public void A_model_comes_back_from_its_bytes()
    {
        var model = Trained();
        var back = Read(Bytes(model), Labels)!;
        Assert.Equal(Bytes(model), Bytes(back));
        Assert.Equal(model.Judge("he wants drawings", NoSignals).Kinds, back.Judge("he wants drawings", NoSignals).Kinds);
    }

    [Fact]
    public void Bytes_that_are_no_whole_model_give_none()
    {
        var bytes = Bytes(Trained());
        foreach (var length in new[] { 0, 3, 4, 12, bytes.Length / 2, bytes.Length - 1 })
            Assert.Null(Read(bytes[..length], Labels));
        Assert.Null(Read([.. bytes, 0], Labels));
        Assert.Null(Read(bytes, new Labels(Enumerable.Range(0, 40).Select(i => $"case.{i}"))));
        Assert.Null(Read([255, 255, 255, 255, .. bytes[4..]], Labels));
    }

    [Fact]
    public void Features_out_of_order_give_none()
    {
        var bytes = Bytes(Trained());
        bytes.AsSpan(4, 16).Clear();
        Assert.Null(Read(bytes, Labels));
    }

    [Fact]
    public void A_vector_has_length_one_and_knows_only_what_is_not_rare()
    {
        List<(ulong, int)>[] texts = [[(1, 1), (2, 1)], [(1, 2), (3, 1)], [(1, 1)]];
        var vocabulary = Vocabulary.Learn(texts, least: 2);
        Assert.Equal(1, vocabulary.Count);
        Assert.Equal([1f], vocabulary.Vector([(1, 4), (2, 1)]).Values.ToArray());
        Assert.Equal(0, vocabulary.Vector([(9, 1)]).Values.Length);
    }

    [Fact]
    public void A_text_of_no_words_is_read_all_the_same() =>
        Assert.NotEmpty(new Reader(Trained(), Labels, NoWords, new Gazetteer([], [], [])).Read("").Topics);

    private static ReaderModel Trained() => ReaderModel.Train(new TrainingSet(Labels, NoWords, Toy, [("a contract binds the partner", "case.b")]));

    private static ReaderModel? Read(byte[] bytes, Labels labels)
    {
        var rest = bytes.AsMemory();
        return ReaderModel.Read(
            bytes.Length,
            target =>
            {
                rest.Span[..target.Length].CopyTo(target);
                rest = rest[target.Length..];
            },
            labels);
    }

    private static byte[] Bytes(ReaderModel model)
    {
        var output = new ArrayBufferWriter<byte>();
        model.Write(output);
        return output.WrittenSpan.ToArray();
    }

    private static Example Of(string text, Intent intent, Severity severity, params string[] topics) => new(text, Language.English, intent, severity, topics);
}
