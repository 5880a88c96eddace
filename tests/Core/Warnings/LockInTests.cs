using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Warnings;

public class LockInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_counter_is_the_persons_own()
    {
        await using var t = await CoreTest.StartAsync();
        var running = await PlacementInState.BringAsync(t, Form.Praktik, "Running");
        var other = await t.Stage.ParticipantAsync();
        var one = (await t.Db.Placements.SingleAsync(p => p.Id == running.Id, Ct)).ParticipantId!.Value;

        Assert.Null(await LockInAsync(t, one, running.From.AddDays(88)));
        Assert.StartsWith("Tänk på inlåsning: 90 dagar", await LockInAsync(t, one, running.From.AddDays(89)), StringComparison.Ordinal);
        Assert.Null(await LockInAsync(t, other.Id, running.From.AddDays(89)));
    }

    private static Task<string?> LockInAsync(CoreTest t, Guid participantId, DateOnly today) => t.Get<WarningService>().LockInAsync(participantId, today, Ct);
}
