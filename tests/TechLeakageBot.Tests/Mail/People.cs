using TechLeakageBot.Core;

namespace TechLeakageBot.Tests.Mail;

/// <summary>A company made by hand: an officer for Osaka, one for the rest, two deputies.</summary>
internal static class People
{
    public const string Osaka = "osaka@example.co.jp";
    public const string Rest = "rest@example.co.jp";
    public const string FirstDeputy = "deputy1@example.co.jp";
    public const string SecondDeputy = "deputy2@example.co.jp";

    public static Company Company { get; } = Company.Unknown with
    {
        Officers = [Person(Osaka, "osaka"), Person(Rest)],
        Deputies = [Person(FirstDeputy), Person(SecondDeputy)],
        Sites = [new Site("osaka", new Bilingual("大阪工場", "Osaka plant"), "大阪")],
    };

    public static Officer Person(string? mail, params string[] sites) => new(new Bilingual("責任者", "Officer"), null, mail, null, sites);
}
