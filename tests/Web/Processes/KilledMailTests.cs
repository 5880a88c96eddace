using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>The portal is killed with signal 9 again and again while it sends; ./dev bench kill does the same fifty times.</summary>
public sealed class KilledMailTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_again_and_again_while_it_sends_no_letter_is_lost_and_each_killed_sender_repeats_one_at_most()
    {
        var figures = await new KillRounds(LongRun.Rounds(6, 24), seed: 28).RunAsync();
        output.WriteLine(figures.ToString());
        Assert.True(figures.Kills >= 8, figures.ToString());
        Assert.True(figures.Holds, figures.ToString());
    }
}
