using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Core.Tests.Incidents;

public class IncidentNumberTests
{
    [Theory]
    [InlineData("TL-2026-0001", "TL-2026-0001", "")]
    [InlineData("tl-2026-0001について", "TL-2026-0001", "について")]
    [InlineData("about TL-2026-0012: he came again", "TL-2026-0012", "about : he came again")]
    [InlineData("ＴＬ－２０２６－０００１ 追加です", "TL-2026-0001", "追加です")]
    [InlineData("TL-20 and TL-2026-12345678", "TL-2026-12345678", "TL-20 and")]
    [InlineData("TL-2026-0001-2", null, "TL-2026-0001-2")]
    [InlineData("TL-2026-001", null, "TL-2026-001")]
    [InlineData("TL-", null, "TL-")]
    [InlineData("", null, "")]
    public void A_number_is_found_however_it_is_written(string text, string? number, string rest)
    {
        Assert.Equal(number, IncidentNumber.In(text));
        Assert.Equal(rest, IncidentNumber.Without(text));
    }

    [Fact]
    public void Numbers_count_within_a_year_in_Japan()
    {
        Assert.Equal("TL-2027-0003", IncidentNumber.Format(IncidentNumber.YearOf(new DateTimeOffset(2026, 12, 31, 15, 0, 0, TimeSpan.Zero)), 3));
        Assert.True(IncidentNumber.IsOne(IncidentNumber.Format(2026, 99_999_999)));
        Assert.False(IncidentNumber.IsOne("tl-2026-0001"));
        Assert.False(IncidentNumber.IsOne("TL-２026-0001"));
    }
}
