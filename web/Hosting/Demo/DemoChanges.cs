using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>What happens to running praktik today: long and short uppehåll, and some that are prolonged.</summary>
internal sealed class DemoChanges(DemoStage stage, DemoLogins logins)
{
    private const int Each = 2, LongPause = 16;

    public void Plan() => stage.On(stage.Last, async () =>
    {
        var (begun, goesOn) = (stage.Last.AddDays(-LongPause), stage.Last.AddDays(10));
        var running = await stage.ReadAsync(db => db.Placements
            .Where(p => p.Status == PlacementStatus.Running && p.Form == Form.Praktik && p.Gren == Verksamhetsgren.Arbetsmarknad && p.StartedOn <= begun && p.To >= goesOn
                // Nobody waits for the seat, and the person is free afterwards.
                && !db.Claims.Any(c => c.PlacementId != p.Id && c.ReleasedAt == null && (c.SlotId == p.SlotId || c.PersonId == p.PersonId) && (c.To == null || c.To > p.To)))
            .OrderBy(p => p.ProposedAt).Select(p => new { p.Id, p.To, p.CellMask }).Take(2 * Each).ToListAsync());
        foreach (var (placement, days) in running.Zip([LongPause, 3]))
            await DoAsync(s => s.PauseAsync(placement.Id, new PausePlacement(stage.Last.AddDays(-days), stage.Last.AddDays(7), PauseReason.Absence, FreesSlot: false), default));
        foreach (var placement in running.Skip(Each))
            await DoAsync(s => s.ReplanAsync(placement.Id, new Replan(stage.Last, placement.To!.Value.AddDays(28), new Cells(placement.CellMask), ReplanReason.BeforeNextStep), default,
                new Acknowledged(Enum.GetValues<SoftRule>(), AcknowledgeReason.LeadsToEmployment)));
    });

    private Task DoAsync(Func<PlacementService, Task> work) => stage.DoAsync(logins.Coordinator, work);
}
