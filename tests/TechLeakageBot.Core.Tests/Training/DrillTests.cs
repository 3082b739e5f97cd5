using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Training;

public class DrillTests
{
    private static readonly DrillRun Begun = Drills.Call.Begin(7, "basics");

    [Fact]
    public void An_act_leads_on_or_to_an_ending()
    {
        var next = Assert.IsType<DrillProgress.GoesOn>(Drills.Call.Advance(Begun, Act.Gave)).Run;
        Assert.Equal((7, "more", "basics"), (next.Number, next.Step, next.Course));
        var ended = Assert.IsType<DrillProgress.Ended>(Drills.Call.Advance(next, Act.Referred));
        Assert.Equal(("stopped", DrillResult.Partly), (ended.Ending.Id, ended.Ending.Result));
        Assert.Equal([new DrillMove("hello", Act.Gave), new DrillMove("more", Act.Referred)], ended.Moves);
    }

    [Fact]
    public void A_run_holds_only_where_its_moves_still_lead_to_its_step()
    {
        var gave = ((DrillProgress.GoesOn)Drills.Call.Advance(Begun, Act.Gave)).Run;
        Assert.True(Drills.Call.Holds(Begun));
        Assert.True(Drills.Call.Holds(gave));
        Assert.False(Drills.Call.Holds(gave with { Step = "again" }));
        Assert.False(Drills.Call.Holds(gave with { Step = "nowhere" }));
        Assert.False(Drills.Call.Holds(Begun with { Step = "more" }));
        Assert.False((Drills.Call with { Start = "again" }).Holds(gave));
    }
}
