using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

public class PlaceTests
{
    [Fact]
    public void A_serious_matter_asks_for_the_site_only_and_only_once()
    {
        var talk = new Talk().Hear("a", Read.Serious());
        Assert.Equal([Question.Site], talk.Matter.Asked);
        Assert.Contains("BureauOfSite", talk.Shown, StringComparison.Ordinal);
        talk.Hear("Hamamatsu plant", Read.Other);
        Assert.Equal("hamamatsu", talk.Profile.SiteId);
        Assert.Contains("tel of bureau.kanto", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Hear("b", Read.Serious().About(Known.Spy)).Matter.Asked);
    }

    [Fact]
    public void A_button_of_the_place_question_settles_it()
    {
        var talk = new Talk().Hear("a", Read.Serious()).Click(Verb.Consult, 1, "osaka");
        Assert.Equal("osaka", talk.Profile.SiteId);
        Assert.Null(talk.Matter.Open);
    }

    [Fact]
    public void A_prefecture_without_a_site_is_remembered_as_such()
    {
        var talk = new Talk().Hear("a", Read.Serious()).Hear("Aichi", Read.Other.At("愛知", isSite: false));
        Assert.Equal(("愛知", null), (talk.Profile.Prefecture, talk.Profile.SiteId));
        Assert.Contains("tel of bureau.chubu", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_nobody_knows_shows_every_bureau() =>
        Assert.Contains("AllBureaus", new Talk().Hear("a", Read.Serious()).Hear("the moon", Read.Other).Shown, StringComparison.Ordinal);

    [Fact]
    public void An_event_at_a_site_is_heard_while_the_place_is_asked_for()
    {
        var talk = new Talk().Hear("Where?", Read.Contacts());
        Assert.IsType<Stage.AskingPlace>(talk.State.Stage);
        talk.Hear("At the Osaka sales office I sent a drawing", Read.Serious(Reason.Out, Signal.Given).At("大阪"));
        Assert.Equal("bureau.kinki", Assert.Single(talk.Reports).BureauId);
    }

    [Fact]
    public void The_site_of_the_words_goes_before_the_persons_own()
    {
        var officers = new[] { OfficerOf("own", "hamamatsu"), OfficerOf("named", "osaka") };
        var talk = new Talk(Known.Of(Company.Unknown with { Sites = [Known.Hamamatsu, Known.Osaka], Officers = officers })) { Profile = new Profile(SiteId: "hamamatsu") };
        talk.Hear("a", Read.Serious().At("大阪"));
        Assert.Equal(("osaka", "bureau.kinki"), (talk.Reports[0].SiteId, talk.Reports[0].BureauId));
        Assert.Contains("OfficerTitle named", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_alert_goes_to_the_officer_whom_the_card_names()
    {
        var company = Company.Unknown with { Sites = [Known.Hamamatsu, Known.Osaka], Officers = [OfficerOf("all"), OfficerOf("first site", "hamamatsu")] };
        var talk = new Talk(Known.Of(company)).Hear("a", Read.Serious());
        Assert.Contains("OfficerTitle first site", talk.Shown, StringComparison.Ordinal);
        Assert.Equal("first site", company.OfficerOf(talk.Reports[0].SiteId)!.Name.En);
    }

    [Fact]
    public void A_person_abroad_is_asked_once_and_sees_the_bureau_of_a_site_in_japan()
    {
        var talk = new Talk(Known.With(Known.Abroad, Known.Osaka)).Hear("a", Read.Serious()).Click(Verb.Consult, 1, "hanoi");
        Assert.Contains("tel of bureau.kinki", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Hear("b", Read.Serious().About(Known.Spy)).Matter.Asked);
        Assert.Contains("tel of bureau.kinki", talk.Hear("Where?", Read.Contacts()).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_company_of_one_site_is_never_asked()
    {
        var talk = new Talk(Known.With(Known.Osaka)).Hear("a", Read.Serious());
        Assert.Empty(talk.Matter.Asked);
        Assert.Equal("bureau.kinki", talk.Reports[0].BureauId);
    }

    [Fact]
    public void A_company_without_sites_still_asks_and_shows_the_bureau()
    {
        var talk = new Talk(Known.With()).Hear("a", Read.Serious());
        Assert.Null(talk.Reports[0].BureauId);
        Assert.Contains("tel of bureau.kinki", talk.Hear("Osaka", Read.Other.At("大阪")).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_place_button_keeps_the_matter_open()
    {
        var talk = new Talk().Hear("Where?", Read.Contacts()).Hear("He asked", Read.Caution(Signal.Asked)).Click(Verb.Consult, 0, "osaka");
        Assert.Equal(1, talk.Matter.Number);
        talk.Click(Verb.Tell, argument: "send");
        Assert.Single(talk.Reports);
    }

    private static Officer OfficerOf(string name, params string[] sites) => new(new Bilingual(name, name), null, null, null, sites);
}
