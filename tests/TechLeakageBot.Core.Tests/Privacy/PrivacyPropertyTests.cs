using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.Tests.Privacy;

/// <summary>Secrets and contacts made by chance, in chance company.</summary>
public class PrivacyPropertyTests
{
    private const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly string[] Pieces =
    [
        "0", "03", "090", "1234", "5678", "4111", "1111", "81", "+", "(", ")", "-", "ー", "－", " ", "　", ".", "@", "＠", "a", "acme", "com", "co.jp", "://", ":", "=", "sk-", "eyJ", "password", "パスワードは", "secret",
        "token=", "浜松市", "中区", "東京都", "〒", "丁目", "番", "1-2-3", "Naka-ku", "Tokyo", "Bluebird", "Ｂｌｕｅ", "●", "●●●", "の", "\n", "\uD83D", "é", "５",
    ];

    private static Gen<string> Mixtures { get; } =
        from length in Gen.Choose(0, 40)
        from pieces in Gen.Elements(Pieces).ArrayOf(length)
        select string.Concat(pieces);

    private static Gen<string> Cards { get; } =
        from head in Gen.Elements("3782", "4111", "5105", "6011", "2221", "2720")
        from tail in Signs("0123456789", 11)
        from gap in Gen.Elements("", " ", "-", "－")
        let number = WithLuhn(head + tail)
        select string.Join(gap, number.Chunk(4).Select(four => new string(four)));

    private static Gen<string> Keys { get; } =
        from head in Gen.Elements("sk-", "sk_live_", "rk_test_", "whsec_", "ghp_", "ghs_", "github_pat_", "glpat-", "npm_", "pypi-", "hf_", "xoxb-", "xapp-", "AIza", "ya29.", "GOCSPX-", "secret=", "api_key: ", "?sig=")
        from tail in Signs(Alphanumeric, 40)
        select $"{head}1{tail}";

    private static Gen<string> Passwords { get; } =
        from name in Gen.Elements("password=", "Password: ", "pwd=", "passphrase : ", "パスワードは", "パスワード：")
        from value in Signs(Alphanumeric, 10)
        select name + value;

    private static Gen<string> Telephones { get; } = Numbers.SelectMany(number => Gen.Elements(Spellings(number)));

    private static Gen<string> Addresses { get; } =
        from place in Gen.Elements("浜松市中区", "静岡県磐田市見付", "港区芝公園", "つくば市千現")
        from numbers in Gen.Choose(1, 999).ArrayOf(3)
        from gap in Gen.Elements("-", "－", "−", "ー")
        select place + string.Join(gap, numbers);

    private static Gen<(string First, string Middle, string Last)> Numbers =>
        from head in Gen.Elements(("03", 4), ("053", 3), ("0538", 2), ("090", 4), ("070", 4), ("050", 4))
        from middle in Signs("123456789", head.Item2)
        from last in Signs("0123456789", 4)
        select (head.Item1, middle, last);

    /// <summary>Words between which a secret may stand.</summary>
    private static Gen<(string Before, string After)> Company { get; } =
        from before in Gen.Elements("", "昨日", "彼に", "I sent ", "と、", "「", "\n")
        from after in Gen.Elements("", "を送った", " to him", "。", "」", "\n")
        select (before, after);

    [Property(MaxTest = 500)]
    public Property What_is_masked_stays_so_and_hides_nothing_more() => Prop.ForAll(Mixtures.ToArbitrary(), text =>
    {
        var once = Masking.Apply(text, ["Bluebird"]);
        var twice = Masking.Apply(once.Text, ["Bluebird"]);
        Assert.Equal(once.Text, twice.Text);
        Assert.Empty(twice.Masked);
        Assert.Equal(once.Masked.Count > 0, once.Text != text);
    });

    [Property(MaxTest = 200)]
    public Property No_card_number_survives() => AllHidden(Cards, MaskedKind.CardNumber);

    [Property(MaxTest = 200)]
    public Property No_key_survives() => AllHidden(Keys, MaskedKind.Key);

    [Property(MaxTest = 200)]
    public Property No_password_survives() => AllHidden(Passwords, MaskedKind.Password);

    [Property(MaxTest = 200)]
    public Property No_telephone_number_survives() => AllHidden(Telephones, MaskedKind.Telephone);

    [Property(MaxTest = 200)]
    public Property No_address_survives() => AllHidden(Addresses, MaskedKind.Address);

    [Property(MaxTest = 200)]
    public Property A_telephone_number_leaves_one_trace_in_every_spelling() => Prop.ForAll(Numbers.ToArbitrary(), number =>
    {
        var due = $"+81{number.First[1..]}{number.Middle}{number.Last}";
        Assert.All(Spellings(number), spelling => Assert.Equal([(TraceKind.Telephone, due)], ContactTraces.Normalised(spelling)));
    });

    [Property(MaxTest = 200)]
    public Property A_firm_leaves_one_trace_in_every_spelling() => Prop.ForAll(Names.ToArbitrary(), name =>
    {
        string[] spellings =
        [
            $"{name} Co., Ltd.", $"{name} CO.,LTD", $"{name} Inc.", $"{name}, Inc.", $"{name} GmbH", $"{name} Ltd", $"{name.ToUpperInvariant()} INC.", $"from {name.ToLowerInvariant()} ltd.",
            $"株式会社{name}", $"{name}株式会社", $"(株) {name}", Wide($"{name} Ltd."), Wide($"株式会社{name}"),
        ];
        var due = ContactTraces.Find(spellings[0], "key"u8, []);
        Assert.Equal(TraceKind.Company, Assert.Single(due).Kind);
        Assert.All(spellings, spelling => Assert.Equal(due, ContactTraces.Find(spelling, "key"u8, [])));
    });

    [Property(MaxTest = 200)]
    public Property A_domain_leaves_one_trace_in_every_spelling() => Prop.ForAll(Signs("abcdefghijklmnopqrstuvwxyz", 9).ToArbitrary(), label =>
    {
        var host = $"{label}.co.jp";
        string[] spellings = [$"eve@{host}", $"EVE@MAIL.{host.ToUpperInvariant()}", $"https://www.{host}/x", $"http://{host}", $"www.{host}", Wide($"eve@{host}"), $"{host}を見た"];
        Assert.All(spellings, spelling => Assert.Equal([(TraceKind.Domain, host)], ContactTraces.Normalised(spelling)));
    });

    [Property(MaxTest = 100)]
    public Property With_different_keys_no_trace_is_the_same() => Prop.ForAll(Names.ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (name, seed) =>
    {
        var text = $"{name} Inc., eve@{name.Replace(" ", "", StringComparison.Ordinal)}.com, 03-1234-5678, @eveadams, eve@gmail.com";
        var (one, other) = (ContactTraces.Find(text, [1, (byte)seed], []), ContactTraces.Find(text, [2, (byte)seed], []));
        Assert.Equal(5, one.Count);
        Assert.Equal(one.Select(trace => trace.Kind), other.Select(trace => trace.Kind));
        Assert.Empty(one.Intersect(other));
        Assert.All(one, trace => Assert.Matches("^[0-9a-f]{32}$", trace.Hash));
    });

    /// <summary>One word or two, such as no sentence and no legal form has.</summary>
    private static Gen<string> Names { get; } =
        from words in Signs("bcdfgkmpqvwxz", 5).ArrayOf(2)
        from count in Gen.Choose(1, 2)
        select string.Join(' ', words.Take(count).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string[] Spellings((string First, string Middle, string Last) number)
    {
        var (first, middle, last) = number;
        var spelled = new[]
        {
            $"{first}-{middle}-{last}", $"{first} {middle} {last}", $"{first}.{middle}.{last}", $"({first}){middle}-{last}", $"({first}) {middle}-{last}", $"{first}({middle}){last}", $"{first}{middle}{last}",
            $"{first}−{middle}−{last}", $"{first}ー{middle}ー{last}", $"+81 {first[1..]} {middle} {last}", $"+81-{first[1..]}-{middle}-{last}", $"+81 (0){first[1..]} {middle} {last}",
            $"+81{first[1..]}{middle}{last}", $"(+81) {first[1..]}-{middle}-{last}", $"0081-{first[1..]}-{middle}-{last}", $"010-81-{first[1..]}-{middle}-{last}",
        };
        return [.. spelled, .. spelled.Select(Wide)];
    }

    private static Property AllHidden(Gen<string> secrets, MaskedKind kind) => Prop.ForAll(secrets.Zip(Company).ToArbitrary(), row =>
    {
        var (secret, (before, after)) = row;
        var (text, masked) = Masking.Apply(before + secret + after, []);
        Assert.Contains(kind, masked);
        Assert.DoesNotContain(secret[^4..], text, StringComparison.Ordinal);
        Assert.EndsWith(after, text, StringComparison.Ordinal);
    });

    private static Gen<string> Signs(string of, int count) => Gen.Elements(of.ToCharArray()).ArrayOf(count).Select(signs => new string(signs));

    private static string Wide(string text) => string.Concat(text.Select(c => c switch { ' ' => '　', > ' ' and <= '~' => (char)(c + 0xFEE0), _ => c }));

    private static string WithLuhn(string digits)
    {
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(d => d > 9 ? d - 9 : d);
        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
